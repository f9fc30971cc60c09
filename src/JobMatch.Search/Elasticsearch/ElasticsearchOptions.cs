using System.ComponentModel.DataAnnotations;

namespace JobMatch.Search.Elasticsearch;

/// <summary>Where Elasticsearch is and how it is asked, section <c>JobMatch:Search:Elasticsearch</c>. Secrets come from the environment.</summary>
public sealed class ElasticsearchOptions
{
    /// <summary>One or several nodes of one cluster, parted by commas: <c>https://search-1:9200,https://search-2:9200</c>.</summary>
    [Required]
    public string Addresses { get; set; } = "http://localhost:9200";

    /// <summary>Basic authentication; empty with an API key or without security.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The encoded API key; goes before user and password.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>A PEM file with the authority that signed the nodes' certificates; empty trusts what the machine trusts.</summary>
    public string CaFile { get; set; } = "";

    /// <summary>Indexes are <c>PREFIX-postings-v1</c> and so on; two counties may share a cluster under two prefixes.</summary>
    [Required, RegularExpression("[a-z][a-z0-9-]{0,60}")]
    public string Prefix { get; set; } = "jobmatch";

    /// <summary>Primary shards of each index. One serves a million documents; more only help across several data nodes.</summary>
    [Range(1, 100)]
    public int Shards { get; set; } = 1;

    /// <summary>The longest that one search may take, retries included; then the embedded index answers. Milliseconds.</summary>
    [Range(50, 60_000)]
    public int SearchTimeout { get; set; } = 2_000;

    /// <summary>The longest that one call of the writer may take. Milliseconds.</summary>
    [Range(1_000, 600_000)]
    public int WriteTimeout { get; set; } = 30_000;

    /// <summary>How long a failing server is left alone before one search tries it again. Milliseconds.</summary>
    [Range(500, 600_000)]
    public int Pause { get; set; } = 5_000;

    /// <summary>What cannot work, one sentence each; checked at start.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = Parts().Where(text => Address(text) is null)
            .Select(text => $"Setting JobMatch:Search:Elasticsearch:Addresses holds \"{text}\"; allowed values: http or https addresses, parted by commas.").ToList();
        if (CaFile.Length > 0 && !File.Exists(CaFile)) faults.Add($"Setting JobMatch:Search:Elasticsearch:CaFile is \"{CaFile}\"; allowed values: a PEM file that is there.");
        return faults;
    }

    /// <summary>The nodes; call it when there are no faults.</summary>
    internal IReadOnlyList<Uri> Nodes() => [.. Parts().Select(Address).OfType<Uri>()];

    private string[] Parts() => Addresses.Split(',', StringSplitOptions.TrimEntries);

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
