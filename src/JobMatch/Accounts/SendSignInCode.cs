using System.Globalization;
using System.Security.Cryptography;
using JobMatch.Data;
using Microsoft.EntityFrameworkCore;

namespace JobMatch.Accounts;

/// <summary>How codes are sent and how long they live.</summary>
public sealed class SignInCodeOptions
{
    /// <summary>Minutes a code is good for.</summary>
    public int LifeMinutes { get; set; } = 5;

    /// <summary>Seconds before another code may be asked for.</summary>
    public int PauseSeconds { get; set; } = 60;

    /// <summary>Codes a phone may ask for in an hour.</summary>
    public int PerHour { get; set; } = 5;

    /// <summary>Wrong tries before a code is dead.</summary>
    public int Tries { get; set; } = 5;
}

/// <summary>
/// Sends a six-digit code to a phone. The answer is the same for known and unknown phones, so that nobody learns who is on the ledger.
/// </summary>
public sealed class SendSignInCode(JobMatchDbContext db, PersonalData personal, ISmsGateway sms, SignInCodeOptions options, TimeProvider clock)
{
    public async Task<Outcome<string>> RunAsync(string? phoneText, CancellationToken cancel)
    {
        if (!Phone.TryParse(phoneText, out var phone)) return new Refusal("Phone.Invalid", "Phone");
        var now = clock.UtcNow();
        var hash = personal.HashPhone(phone);
        var anHourAgo = now.AddHours(-1);
        var sent = await db.Set<SignInCode>().Where(c => c.PhoneHash == hash && c.SentAt > anHourAgo).Select(c => c.SentAt).ToListAsync(cancel);
        if (sent.Any(at => at > now.AddSeconds(-options.PauseSeconds))) return new Refusal("Code.TooSoon", "Phone", options.PauseSeconds);
        if (sent.Count >= options.PerHour) return new Refusal("Code.TooMany", "Phone", options.PerHour);
        var code = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        db.Add(new SignInCode { PhoneHash = hash, CodeHash = personal.Hash("code", hash + code), SentAt = now, ExpiresAt = now.AddMinutes(options.LifeMinutes) });
        await db.SaveChangesAsync(cancel);
        await sms.SendAsync(phone, code, cancel);
        return phone;
    }
}
