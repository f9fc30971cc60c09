using JobMatch.Data;

namespace JobMatch.Accounts;

/// <summary>Keeps messages in the database instead of sending them; a development machine shows them on its outbox page.</summary>
public sealed class DevelopmentOutbox(JobMatchDbContext db, PersonalData personal, TimeProvider clock) : ISmsGateway
{
    public async Task SendAsync(string phone, string text, CancellationToken cancel)
    {
        db.Add(new SmsMessage { Phone = personal.Protect(phone), Text = personal.Protect(text), SentAt = clock.UtcNow() });
        await db.SaveChangesAsync(cancel);
    }
}
