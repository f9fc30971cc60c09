using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>A server's own language, for tests that look behind the engine's back or spoil something.</summary>
internal sealed class RawServer(string address, HttpMessageHandler? handler = null) : IDisposable
{
    private readonly HttpClient _http = new(handler ?? new SocketsHttpHandler()) { BaseAddress = new Uri(address) };

    public HttpClient Http => _http;

    public async Task<JsonNode> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(answer)! : throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {answer}");
    }

    public async Task<JsonNode> GetAsync(string path) => (await _http.GetFromJsonAsync<JsonNode>(path))!;

    public void Dispose() => _http.Dispose();
}
