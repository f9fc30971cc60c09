using System.Buffers;
using System.Text.Json;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// What the server keeps of a document, as a reconcile compares it: every field that it gives back, whatever the document's own fingerprint says.
/// Who edits by hand leaves a version that is not the change it was written for, or another content. Terms are searched and never given back; a
/// hand that changed those alone, under the version of before, is the one thing that stays unseen.
/// </summary>
internal static class KeptSource
{
    private const string Seq = "seq";
    private static readonly PostingTerms NoPostingTerms = new("", "", "", "", "");
    private static readonly WorkerTerms NoWorkerTerms = new("", "", "", "", "", "");

    public static long MarkOf(PostingDocument document) => MarkOf(JsonSerializer.SerializeToElement(PostingEntry.Of(document, NoPostingTerms, seq: 0), ElasticsearchJson.Options), IndexLayout.PostingTermFields);

    public static long MarkOf(WorkerDocument document) => MarkOf(JsonSerializer.SerializeToElement(WorkerEntry.Of(document, NoWorkerTerms, seq: 0), ElasticsearchJson.Options), IndexLayout.WorkerTermFields);

    /// <summary>Of a hit with its whole source and its version.</summary>
    public static long MarkOf(Hit<JsonElement> hit)
    {
        var mark = MarkOf(hit.Source, []);
        return hit.Source.TryGetProperty(Seq, out var seq) && seq.ValueKind == JsonValueKind.Number && seq.GetInt64() == hit.Version ? mark : ~mark;
    }

    private static long MarkOf(JsonElement source, IReadOnlyCollection<string> without)
    {
        var canonical = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(canonical))
        {
            writer.WriteStartObject();
            foreach (var field in source.EnumerateObject().Where(f => f.Name != Seq && !without.Contains(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal)) Write(writer, field);
            writer.WriteEndObject();
        }

        return Fingerprints.OfBytes(canonical.WrittenSpan);
    }

    /// <summary>Fields in the order of their names; nothing and an empty list are the same.</summary>
    private static void Write(Utf8JsonWriter writer, JsonProperty field)
    {
        if (field.Value.ValueKind == JsonValueKind.Null || (field.Value.ValueKind == JsonValueKind.Array && field.Value.GetArrayLength() == 0)) return;
        writer.WritePropertyName(field.Name);
        if (field.Value.ValueKind != JsonValueKind.Object)
        {
            field.Value.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var inner in field.Value.EnumerateObject().OrderBy(f => f.Name, StringComparer.Ordinal)) Write(writer, inner);
        writer.WriteEndObject();
    }
}
