using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace JobMatch.Search;

/// <summary>A stable 64-bit digest of a document's content: the same on every machine and run.</summary>
internal static class Fingerprints
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            // Computed properties would make the digest ask for itself.
            Modifiers = { static type => { foreach (var p in type.Properties.Where(p => p.Set is null).ToList()) type.Properties.Remove(p); } },
        },
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static long Of<T>(T document) => OfBytes(JsonSerializer.SerializeToUtf8Bytes(document, Options));

    public static long OfBytes(ReadOnlySpan<byte> content) => BitConverter.ToInt64(SHA256.HashData(content));
}
