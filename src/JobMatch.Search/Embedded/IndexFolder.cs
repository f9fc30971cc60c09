using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace JobMatch.Search.Embedded;

/// <summary>
/// <c>DATA/index</c>: files <c>index-N.db</c> and a small file <c>current</c> that names the live one. A swap is a rename of <c>current</c>;
/// every process that searches looks at it at most a quarter of a second late and reopens. Old files go when nobody here reads them.
/// </summary>
internal sealed class IndexFolder(string folder) : IDisposable
{
    private const int LookEveryMilliseconds = 250;
    private readonly Lock _gate = new();
    private Opened? _opened;
    private long _lookedAt;

    public string Pointer => Path.Combine(folder, "current");

    /// <summary>The live file, or null before the first build. Reads the pointer anew.</summary>
    public string? CurrentFile()
    {
        try
        {
            var name = File.ReadAllText(Pointer).Trim();
            return NumberOf(name) is null ? null : Path.Combine(folder, name);
        }
        catch (IOException error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A file name that no process uses yet.</summary>
    public string NewFile()
    {
        Directory.CreateDirectory(folder);
        var last = Files().Select(f => NumberOf(Path.GetFileName(f)) ?? 0).DefaultIfEmpty(0).Max();
        return Path.Combine(folder, $"index-{last + 1}.db");
    }

    /// <summary>Held while one process rebuilds; null when another one does.</summary>
    public FileStream? TryLockRebuild()
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, "rebuild.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Makes a finished file the live one, at once and for every process.</summary>
    public void Swap(string file)
    {
        var beside = Pointer + ".new";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, Pointer, overwrite: true);
        lock (_gate) Look();
    }

    /// <summary>Runs a read on the live index; the fallback when there is none yet, or only one of another version, which is being built again.</summary>
    public T Read<T>(Func<IndexConnection, T> read, T none)
    {
        for (var attempt = 0; ; attempt++)
        {
            var opened = Rent(lookNow: attempt > 0);
            if (opened is null) return none;
            try
            {
                return opened.Read(read, none);
            }
            catch (SqliteException error) when (attempt < 3 && error.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN)
            {
                // Swapped and removed by another process since we looked: look again.
            }
            finally
            {
                Release(opened);
            }
        }
    }

    public static void Delete(string file)
    {
        foreach (var part in new[] { file, file + "-wal", file + "-shm", file + "-journal" })
            try
            {
                File.Delete(part);
            }
            catch (IOException)
            {
                // Another process still reads it (Windows); the next swap tries again.
            }
    }

    public static long BytesOf(string file) => new[] { file, file + "-wal" }.Sum(f => new FileInfo(f) is { Exists: true } info ? info.Length : 0);

    public void Dispose()
    {
        lock (_gate)
        {
            _opened?.Retire();
            _opened = null;
        }
    }

    private Opened? Rent(bool lookNow)
    {
        lock (_gate)
        {
            if (lookNow || _opened is null || Environment.TickCount64 - _lookedAt >= LookEveryMilliseconds) Look();
            _opened?.AddReader();
            return _opened;
        }
    }

    private void Look()
    {
        _lookedAt = Environment.TickCount64;
        var current = CurrentFile();
        if (current == _opened?.File) return;
        _opened?.Retire();
        _opened = current is null ? null : new Opened(current);
        if (current is not null) DeleteOlderThan(current);
    }

    private void Release(Opened opened)
    {
        lock (_gate)
            opened.RemoveReader();
    }

    private void DeleteOlderThan(string current)
    {
        var number = NumberOf(Path.GetFileName(current));
        foreach (var file in Files().Where(f => NumberOf(Path.GetFileName(f)) < number)) Delete(file);
    }

    private string[] Files() => Directory.Exists(folder) ? Directory.GetFiles(folder, "index-*.db") : [];

    private static long? NumberOf(string name) =>
        name.StartsWith("index-", StringComparison.Ordinal) && name.EndsWith(".db", StringComparison.Ordinal)
        && long.TryParse(name[6..^3], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A live file and its idle connections; closes them when it is retired and the last reader is gone. Guarded by the folder's gate.</summary>
    private sealed class Opened(string file)
    {
        private readonly ConcurrentBag<IndexConnection> _idle = [];
        private readonly IndexMemory _memory = new();
        private int _readers;
        private bool _retired;
        private volatile bool _isOfOtherVersion;

        public string File => file;

        public void AddReader() => _readers++;

        public void RemoveReader()
        {
            _readers--;
            Close();
        }

        public void Retire()
        {
            _retired = true;
            Close();
        }

        public T Read<T>(Func<IndexConnection, T> read, T none)
        {
            if (_isOfOtherVersion) return none;
            var connection = _idle.TryTake(out var idle) ? idle : IndexConnection.ForReading(file, _memory);
            try
            {
                if (idle is null && IndexSchema.VersionOf(connection) != IndexSchema.Version)
                {
                    _isOfOtherVersion = true;
                    connection.Dispose();
                    return none;
                }

                var result = read(connection);
                _idle.Add(connection);
                return result;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }

        private void Close()
        {
            if (!_retired || _readers > 0) return;
            while (_idle.TryTake(out var connection)) connection.Dispose();
        }
    }
}
