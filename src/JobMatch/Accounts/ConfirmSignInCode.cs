using System.Security.Cryptography;
using System.Text;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>Checks the code a phone got. A code works once; too many wrong tries kill it.</summary>
public sealed class ConfirmSignInCode(JobMatchDbContext db, PersonalData personal, SignInCodeOptions options, TimeProvider clock)
{
    public async Task<Outcome<string>> RunAsync(string? phoneText, string? code, CancellationToken cancel)
    {
        if (!Phone.TryParse(phoneText, out var phone)) return new Refusal("Phone.Invalid", "Phone");
        var digits = (code ?? "").Trim();
        if (digits.Length != 6 || !digits.All(char.IsAsciiDigit)) return new Refusal("Code.Invalid", "Code");
        var now = clock.UtcNow();
        var hash = personal.HashPhone(phone);
        var sent = await db.Set<SignInCode>().Where(c => c.PhoneHash == hash && c.UsedAt == null).OrderByDescending(c => c.SentAt).FirstOrDefaultAsync(cancel);
        if (sent is null || sent.ExpiresAt < now || sent.Tries >= options.Tries) return new Refusal("Code.Expired", "Code");
        var right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(sent.CodeHash), Encoding.ASCII.GetBytes(personal.Hash("code", hash + digits)));
        if (right) sent.UsedAt = now;
        else sent.Tries++;
        await db.SaveChangesAsync(cancel);
        return right ? phone : new Refusal("Code.Wrong", "Code", options.Tries - sent.Tries);
    }
}
