namespace JobMatch.Accounts;

/// <summary>Sends one text message. The default writes to the development outbox; a county names its HTTP gateway.</summary>
public interface ISmsGateway
{
    Task SendAsync(string phone, string text, CancellationToken cancel);
}
