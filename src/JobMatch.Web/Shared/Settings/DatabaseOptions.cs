using JobMatch.Data;

namespace JobMatch.Web.Shared.Settings;

/// <summary>Which database holds the truth, section <c>JobMatch:Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Sqlite for one county on one machine; PostgreSql when several nodes serve.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Empty with Sqlite means a file in the data folder. Secrets come from the environment, never from a file in the repository.</summary>
    public string ConnectionString { get; set; } = "";
}
