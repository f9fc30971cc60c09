using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>A server of the test's own, to stop, kill, hang and restart. Dispose ends it and removes its files.</summary>
public sealed class OwnServer : IAsyncDisposable
{
    private readonly List<string> _options;
    private readonly bool _secure;

    private OwnServer(int port, string folder, bool secure, List<string> options) => (Port, Folder, _secure, _options) = (port, folder, secure, options);

    public int Port { get; }

    /// <summary>Not under a private folder: started by root, the server runs as another user.</summary>
    public string Folder { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"{(_secure ? "https" : "http")}://127.0.0.1:{Port}");

    public static async Task<OwnServer> StartAsync(params string[] options)
    {
        var folder = Path.Combine(TestServers.Folder, $"es-{Environment.ProcessId}-{Guid.NewGuid():N}");
        var server = new OwnServer(FreePort(), folder, options.Contains("--secure"), [.. options]);
        await server.StartAgainAsync();
        return server;
    }

    public Task StartAgainAsync() => RunAsync(Script("start.sh"), ["--port", Text(Port), "--data", Folder, .. _options]);

    public Task StopAsync() => RunAsync(Script("stop.sh"), ["--data", Folder]);

    /// <summary>As a power cut would.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await RunAsync(Script("stop.sh"), ["--data", Folder]);
    }

    public Task HangAsync() => SignalAsync("STOP");

    public Task GoOnAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await GoOnAsync();
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The server is the child of the process whose id the start wrote down.</summary>
    private async Task SignalAsync(string signal)
    {
        var file = Path.Combine(Folder, "run", "es.pid");
        if (!File.Exists(file)) return;
        await RunAsync("bash", ["-c", $"for p in $(pgrep -P \"$(cat '{file}')\"); do kill -{signal} \"$p\"; done"]);
    }

    private static string Script(string name) => Path.Combine(TestServers.Home!, "bin", name);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        // The server also takes the port a hundred above, for its cluster.
        for (var attempt = 0; ; attempt++)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            if (port > 65_000) continue;
            try
            {
                var second = new TcpListener(IPAddress.Loopback, port + 100);
                second.Start();
                second.Stop();
                return port;
            }
            catch (SocketException) when (attempt < 20)
            {
                // Taken: another pair.
            }
        }
    }

    private static async Task RunAsync(string file, IEnumerable<string> arguments)
    {
        // Not through our own pipes: the server would inherit them and hold them open.
        var log = Path.Combine(Path.GetTempPath(), $"jobmatch-es-{Guid.NewGuid():N}.log");
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", log, file, .. arguments]) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        var said = File.Exists(log) ? await File.ReadAllTextAsync(log) : "";
        File.Delete(log);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {said}");
    }
}

/// <summary>One server that the tests of a class break in turn. It takes little at once, so that everything written here meets back-pressure.</summary>
public sealed class BreakableServer : IAsyncLifetime
{
    public OwnServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (TestServers.Home is null) return;
        Server = await OwnServer.StartAsync("--heap", "512m", "-E", "indexing_pressure.memory.limit=150kb");
        ElasticsearchWithFallback.Addresses.Value = Server.Address;
    }

    public async Task DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
    }
}
