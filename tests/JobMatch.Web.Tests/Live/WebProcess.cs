using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace JobMatch.Web.Tests.Live;

/// <summary>The real program as a process of its own, on a data folder that outlives it; can be killed as by the kernel.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process _process;

    private WebProcess(Process process, Uri address) => (_process, Client) = (process, new HttpClient { BaseAddress = address });

    public HttpClient Client { get; }

    public static async Task<WebProcess> StartAsync(string dataFolder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "JobMatch.Web.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["JobMatch__Data"] = dataFolder;
        start.Environment["JobMatch__Jobs__Enabled"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        var process = Process.Start(start)!;
        // Unread pipes would stop the program once they are full.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var web = new WebProcess(process, address);
        await web.UntilAsync(async () => (await web.Client.GetAsync(new Uri("/sign-in/work", UriKind.Relative))).StatusCode == HttpStatusCode.OK);
        return web;
    }

    /// <summary>SIGKILL: nothing of the program runs any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks until it is so; the program's own answers decide when, not a guess at its speed.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await isSo()) return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }

            if (_process.HasExited) throw new InvalidOperationException($"The program ended with {_process.ExitCode}.");
            if (watch.Elapsed > Patience) throw new TimeoutException("The program did not get there.");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) Kill();
        _process.Dispose();
        await Task.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
