using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>Passes everything on to a server and holds every answer back for a while.</summary>
internal sealed class SlowProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _passed;

    public SlowProxy(int port, TimeSpan delay)
    {
        _listener.Start();
        _accepting = Task.Run(() => AcceptAsync(port, delay));
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Connections that were passed on.</summary>
    public int Passed => Volatile.Read(ref _passed);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync(int port, TimeSpan delay)
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _passed);
                _ = PassAsync(client, port, delay);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task PassAsync(TcpClient client, int port, TimeSpan delay)
    {
        try
        {
            using (client)
            using (var server = new TcpClient())
            {
                await server.ConnectAsync(IPAddress.Loopback, port, _end.Token);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), _end.Token),
                    Task.Run(async () =>
                    {
                        await Task.Delay(delay, _end.Token);
                        await server.GetStream().CopyToAsync(client.GetStream(), _end.Token);
                    }));
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
        {
            // Either side has gone.
        }
    }
}
