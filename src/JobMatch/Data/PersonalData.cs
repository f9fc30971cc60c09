using System.Security.Cryptography;
using System.Text;

namespace JobMatch.Data;

/// <summary>
/// Encrypts personal values and makes the keyed hashes by which they can be looked up. The keys lie in <c>DATA/keys</c>, outside the
/// database and the repository; they are made at the first start. Losing them loses the values: back the folder up apart from the database.
/// </summary>
public sealed class PersonalData
{
    private const byte KeyNumber = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] _encryptionKey;
    private readonly byte[] _hashKey;

    public PersonalData(byte[] master)
    {
        ArgumentNullException.ThrowIfNull(master);
        if (master.Length != 32) throw new ArgumentException("The personal data key has 32 bytes.", nameof(master));
        _encryptionKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "jobmatch encrypt"u8.ToArray());
        _hashKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "jobmatch look-up"u8.ToArray());
    }

    /// <summary>Opens the key file in <paramref name="keys"/>, or makes it when the folder has none.</summary>
    public static PersonalData Open(string keys)
    {
        Directory.CreateDirectory(keys);
        var file = Path.Combine(keys, "personal-data.key");
        if (!File.Exists(file)) WriteNewKey(file);
        return new PersonalData(Convert.FromBase64String(File.ReadAllText(file).Trim()));
    }

    public Protected Protect(string clear)
    {
        var text = Encoding.UTF8.GetBytes(clear);
        var cipher = new byte[1 + NonceSize + TagSize + text.Length];
        cipher[0] = KeyNumber;
        var nonce = cipher.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_encryptionKey, TagSize);
        aes.Encrypt(nonce, text, cipher.AsSpan(1 + NonceSize + TagSize), cipher.AsSpan(1 + NonceSize, TagSize));
        return new Protected(cipher);
    }

    /// <summary>The clear text. Whoever calls this for a person on behalf of an account also logs the look (Audit).</summary>
    /// <exception cref="CryptographicException">The value was changed, or another key made it.</exception>
    public string Reveal(Protected value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var cipher = value.Cipher.AsSpan();
        if (cipher.Length < 1 + NonceSize + TagSize || cipher[0] != KeyNumber) throw new CryptographicException("Not a value of this key.");
        var text = new byte[cipher.Length - 1 - NonceSize - TagSize];
        using var aes = new AesGcm(_encryptionKey, TagSize);
        aes.Decrypt(cipher.Slice(1, NonceSize), cipher[(1 + NonceSize + TagSize)..], cipher.Slice(1 + NonceSize, TagSize), text);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>A keyed hash (HMAC-SHA-256, 64 hex characters) of a normalised value; equal values of one purpose give equal hashes.</summary>
    public string Hash(string purpose, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_hashKey, Encoding.UTF8.GetBytes(purpose + "\0" + value)));

    public string HashIdNumber(string idNumber) => Hash("id", Normalise(idNumber));

    public string HashPhone(string phone) => Hash("phone", Normalise(phone));

    private static string Normalise(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
    }

    private static void WriteNewKey(string file)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var writer = new StreamWriter(file, options);
            writer.Write(key);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process of the same county made it a moment ago; its key is the key.
        }
    }
}
