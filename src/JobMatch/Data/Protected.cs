namespace JobMatch.Data;

/// <summary>
/// One encrypted personal value (ID number, phone, exact address, health note). It carries cipher text only, so it can be neither
/// queried, sorted, logged nor shown by mistake; <see cref="PersonalData.Reveal"/> is the only way to the clear text.
/// Layout: key number (1 byte), nonce (12), tag (16), cipher text (AES-256-GCM).
/// </summary>
public sealed class Protected(byte[] cipher) : IEquatable<Protected>
{
    internal byte[] Cipher { get; } = cipher;

    public bool Equals(Protected? other) => other is not null && Cipher.AsSpan().SequenceEqual(other.Cipher);

    public override bool Equals(object? obj) => Equals(obj as Protected);

    public override int GetHashCode() => Cipher.Length == 0 ? 0 : BitConverter.ToInt32(Cipher.AsSpan(Math.Max(0, Cipher.Length - 4)));

    public override string ToString() => "***";
}
