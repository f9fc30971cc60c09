using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace JobMatch.Benchmarks;

/// <summary>An open page: a websocket to the hub that notes when each item arrives.</summary>
internal sealed class LivePage : IAsyncDisposable
{
    private const byte EndOfRecord = 0x1e;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closing = new();
    private TaskCompletionSource<long> _arrived = New();
    private Task _reading = Task.CompletedTask;

    /// <summary>Completes with the timestamp of the next item.</summary>
    public Task<long> Next => _arrived.Task;

    public async Task OpenAsync(Uri site, string cookie)
    {
        _socket.Options.SetRequestHeader("Cookie", cookie);
        await _socket.ConnectAsync(new UriBuilder(site) { Scheme = "ws", Path = "/live" }.Uri, _closing.Token);
        await SendAsync("{\"protocol\":\"json\",\"version\":1}");
        await ReadRecordAsync(new byte[64 * 1024], new MemoryStream());
        _reading = ReadAsync();
    }

    public void Expect() => _arrived = New();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAny(_reading, Task.CompletedTask);
        _socket.Dispose();
        _closing.Dispose();
    }

    private static TaskCompletionSource<long> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task SendAsync(string json) => _socket.SendAsync(Encoding.UTF8.GetBytes(json + (char)EndOfRecord), WebSocketMessageType.Text, true, _closing.Token);

    private async Task ReadAsync()
    {
        var (buffer, record) = (new byte[64 * 1024], new MemoryStream());
        try
        {
            while (_socket.State == WebSocketState.Open)
                foreach (var message in await ReadRecordAsync(buffer, record))
                {
                    using var json = JsonDocument.Parse(message);
                    if (json.RootElement.TryGetProperty("target", out var target) && string.Equals(target.GetString(), "Arrived", StringComparison.OrdinalIgnoreCase))
                        _arrived.TrySetResult(Stopwatch.GetTimestamp());
                }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The page was closed.
        }
    }

    private async Task<List<byte[]>> ReadRecordAsync(byte[] buffer, MemoryStream record)
    {
        var messages = new List<byte[]>();
        var got = await _socket.ReceiveAsync(buffer, _closing.Token);
        for (var i = 0; i < got.Count; i++)
        {
            if (buffer[i] != EndOfRecord)
            {
                record.WriteByte(buffer[i]);
                continue;
            }

            messages.Add(record.ToArray());
            record.SetLength(0);
        }

        return messages;
    }
}
