using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using JobMatch.Data;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace JobMatch.Search.Elasticsearch;

/// <summary>
/// Sends one request and reads one answer: nodes in turn, a second node when the first is gone, an end to every wait, and a circuit
/// breaker, so that searches do not queue up behind a dead server.
/// </summary>
internal sealed class ElasticsearchTransport : IDisposable
{
    private const int FailuresThatBreak = 3;
    private readonly HttpClient _http;
    private readonly X509Certificate2Collection? _authority;
    private readonly NodePool _nodes;
    private readonly ResiliencePipeline<Answer> _searching;
    private readonly ResiliencePipeline<Answer> _writing;

    public ElasticsearchTransport(ElasticsearchOptions options)
    {
        var addresses = options.Nodes();
        _nodes = new NodePool(addresses);
        var handler = new SocketsHttpHandler
        {
            // Answers come as they are: packing a page of hits takes the server longer than sending it to a neighbour.
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromMilliseconds(Math.Min(options.SearchTimeout, 5_000)),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
        };
        if (options.CaFile.Length > 0)
        {
            _authority = [];
            _authority.ImportFromPemFile(options.CaFile);
            handler.SslOptions.RemoteCertificateValidationCallback = IsSignedByAuthority;
        }

        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.ApiKey.Length > 0) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", options.ApiKey);
        else if (options.User.Length > 0)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));

        var others = addresses.Count > 1 ? 1 : 0;
        var search = TimeSpan.FromMilliseconds(options.SearchTimeout);
        _searching = Pipeline(search, search / (others + 1), others, TimeSpan.FromMilliseconds(options.Pause));
        var write = TimeSpan.FromMilliseconds(options.WriteTimeout);
        _writing = Pipeline(write * (others + 1), write, others, pause: null);
    }

    /// <summary>Sends a search or another quick question of a page.</summary>
    public Task<T?> AskAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancel) where T : class => SendAsync<T>(_searching, method, path, Body(body), cancel);

    /// <summary>Sends what the writer asks; takes its time and does not open the circuit of the searches.</summary>
    public Task<T?> TellAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancel) where T : class => SendAsync<T>(_writing, method, path, Body(body), cancel);

    /// <summary>Sends lines of JSON.</summary>
    public Task<T?> TellLinesAsync<T>(string path, ReadOnlyMemory<byte> lines, CancellationToken cancel) where T : class =>
        SendAsync<T>(_writing, HttpMethod.Post, path, new Content(lines, "application/x-ndjson"), cancel);

    public void Dispose()
    {
        _http.Dispose();
        foreach (var certificate in _authority ?? []) certificate.Dispose();
    }

    /// <summary>Null when the server says that it is not there, or closed.</summary>
    private async Task<T?> SendAsync<T>(ResiliencePipeline<Answer> pipeline, HttpMethod method, string path, Content? body, CancellationToken cancel) where T : class
    {
        Answer answer;
        try
        {
            answer = await pipeline.ExecuteAsync(async token => await OnceAsync(method, path, body, token, cancel), cancel);
        }
        catch (Exception error) when (error is BrokenCircuitException or TimeoutRejectedException or HttpRequestException or IOException and not ElasticsearchUnavailableException)
        {
            throw new ElasticsearchUnavailableException(IndexFault.NoAnswer, $"Elasticsearch does not answer: {error.Message}", error);
        }

        if (answer.IsOverloaded)
            throw new ElasticsearchUnavailableException(IndexFault.Overloaded, $"Elasticsearch answers {(int)answer.Status}: {Cause(answer.Bytes).Reason}") { IsPushedBack = answer.Status == HttpStatusCode.TooManyRequests };
        if (answer.Status == HttpStatusCode.NotFound || IsClosed(answer)) return null;
        if ((int)answer.Status >= 300) throw Refused(answer);
        try
        {
            return JsonSerializer.Deserialize<T>(answer.Bytes, ElasticsearchJson.Options);
        }
        catch (JsonException error)
        {
            // A proxy in between, or half an answer.
            throw new ElasticsearchUnavailableException(IndexFault.Foreign, "What answers at the address does not speak Elasticsearch.", error);
        }
    }

    private async Task<Answer> OnceAsync(HttpMethod method, string path, Content? body, CancellationToken cancel, CancellationToken caller)
    {
        var node = _nodes.Next();
        using var request = new HttpRequestMessage(method, new Uri(node.Address, path));
        if (body is not null)
        {
            request.Content = new ReadOnlyMemoryContent(body.Bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(body.Type);
        }

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var answer = new Answer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
            if (answer.Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout) node.Failed();
            else node.Worked();
            return answer;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            // A caller who goes away says nothing about the node.
            if (!caller.IsCancellationRequested) node.Failed();
            throw;
        }
    }

    /// <summary>All of it within one time; a circuit, when a pause is given; another node at once; each try within its own time.</summary>
    private static ResiliencePipeline<Answer> Pipeline(TimeSpan all, TimeSpan each, int others, TimeSpan? pause)
    {
        var builder = new ResiliencePipelineBuilder<Answer>();
        var fails = new PredicateBuilder<Answer>()
            .Handle<HttpRequestException>().Handle<IOException>().Handle<TimeoutRejectedException>()
            .HandleResult(a => a.Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout);
        if (pause is { } rest)
            builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<Answer>
            {
                ShouldHandle = fails, FailureRatio = 0.5, MinimumThroughput = FailuresThatBreak, SamplingDuration = TimeSpan.FromSeconds(10), BreakDuration = rest,
            });
        builder.AddTimeout(all);
        if (others > 0)
            builder.AddRetry(new Polly.Retry.RetryStrategyOptions<Answer> { ShouldHandle = fails, MaxRetryAttempts = others, Delay = TimeSpan.Zero });
        return builder.AddTimeout(each).Build();
    }

    private bool IsSignedByAuthority(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)) return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(_authority!);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var sent in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>()) own.ChainPolicy.ExtraStore.Add(sent.Certificate);
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(shown);
    }

    private static Content? Body(object? body) => body is null ? null : new Content(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ElasticsearchJson.Options), "application/json");

    /// <summary>An index that somebody closed is as good as gone.</summary>
    private static bool IsClosed(Answer answer) => answer.Status == HttpStatusCode.BadRequest && Cause(answer.Bytes).Type == ErrorCause.IndexClosed;

    private static IOException Refused(Answer answer)
    {
        var cause = Cause(answer.Bytes);
        // A block (read-only, disk nearly full) goes away by itself or by an administrator's hand; nothing is wrong with the request.
        return cause.Type == "cluster_block_exception"
            ? new ElasticsearchUnavailableException(IndexFault.TakesNoWrites, $"Elasticsearch takes no writes: {cause.Reason}")
            : new ElasticsearchRefusedException((int)answer.Status, cause.Type ?? "", cause.Reason ?? "");
    }

    private static ErrorCause Cause(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<ErrorResponse>(bytes, ElasticsearchJson.Options)?.Error is { ValueKind: JsonValueKind.Object } error
                ? error.Deserialize<ErrorCause>(ElasticsearchJson.Options) ?? new ErrorCause(null, null, null)
                : new ErrorCause(null, null, null);
        }
        catch (JsonException)
        {
            return new ErrorCause(null, null, null);
        }
    }

    private sealed record Content(ReadOnlyMemory<byte> Bytes, string Type);

    private sealed record Answer(HttpStatusCode Status, byte[] Bytes)
    {
        public bool IsOverloaded => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
    }
}
