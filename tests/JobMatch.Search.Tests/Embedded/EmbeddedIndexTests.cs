using System.Text;
using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Search.Embedded;
using JobMatch.Search.Tests.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Search.Tests.Embedded;

public sealed class EmbeddedPostingSearchTests(HandMadeCounty<EmbeddedEngine> county) : PostingSearchContract<EmbeddedEngine>(county);

public sealed class EmbeddedPostingPlaceTests(HandMadeCounty<EmbeddedEngine> county) : PostingPlaceContract<EmbeddedEngine>(county);

public sealed class EmbeddedPostingSeamTests(HandMadeCounty<EmbeddedEngine> county) : PostingSeamContract<EmbeddedEngine>(county);

public sealed class EmbeddedHandWrittenQueriesTests(HandMadeCounty<EmbeddedEngine> county) : HandWrittenQueriesContract<EmbeddedEngine>(county);

public sealed class EmbeddedGeneratedQueriesTests(HandMadeCounty<EmbeddedEngine> county) : GeneratedQueriesContract<EmbeddedEngine>(county);

public sealed class EmbeddedWorkerSearchTests(HandMadeCounty<EmbeddedEngine> county) : WorkerSearchContract<EmbeddedEngine>(county)
{
    [Theory]
    [InlineData(HandMadePeople.Name)]
    [InlineData(HandMadePeople.Husband)]
    [InlineData(HandMadePeople.Phone)]
    [InlineData(HandMadePeople.IdNumber)]
    [InlineData("号楼")]
    public void The_files_on_disk_hold_nothing_that_identifies_a_person(string secret)
    {
        var file = EmbeddedEngine.FileOf(County.County.Services);
        var bytes = new[] { file, file + "-wal" }.Where(File.Exists).SelectMany(ReadShared).ToArray();
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("想在家门口做手工")).ShouldBeGreaterThan(0);
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

public sealed class EmbeddedWorkerWordsTests(HandMadeCounty<EmbeddedEngine> county) : WorkerWordsContract<EmbeddedEngine>(county);

public sealed class EmbeddedWorkerRecordsTests(HandMadeCounty<EmbeddedEngine> county) : WorkerRecordsContract<EmbeddedEngine>(county);

public sealed class EmbeddedWorkerWishesTests(HandMadeCounty<EmbeddedEngine> county) : WorkerWishesContract<EmbeddedEngine>(county);

public sealed class EmbeddedIndexFreshnessTests : IndexFreshnessContract<EmbeddedEngine>;

public sealed class EmbeddedIndexWriterTests : IndexWriterContract<EmbeddedEngine>
{
    [Fact]
    public async Task The_old_file_is_removed_after_a_swap()
    {
        var old = EmbeddedEngine.FileOf(County.County.Services);
        (await County.FindAsync("缝纫工")).Total.ShouldBe(4);
        (await County.Writer.RebuildAsync(force: false, null, default)).IsDone.ShouldBeTrue();
        EmbeddedEngine.FileOf(County.County.Services).ShouldNotBe(old);
        File.Exists(old).ShouldBeFalse();
        File.Exists(old + "-wal").ShouldBeFalse();
    }

    [Theory]
    [InlineData("this is no database, and long enough to be read as a header of one ......................................")]
    [InlineData("")]
    public async Task A_broken_file_is_replaced_at_the_next_start(string content)
    {
        var file = EmbeddedEngine.FileOf(County.County.Services);
        await County.County.Services.DisposeAsync();
        foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*")) File.Delete(part);
        await File.WriteAllTextAsync(file, content);
        await using var next = AnotherProcess();
        await next.GetRequiredService<ProjectionRunner>().DrainAsync();
        (await next.GetRequiredService<IPostingSearch>().SearchAsync(new() { Words = "缝纫工" }, default)).Total.ShouldBe(4);
    }

    [Fact]
    public async Task Without_an_index_a_search_is_empty_and_the_first_start_builds_it()
    {
        Directory.Delete(Path.Combine(County.County.Options.Folder, "index"), recursive: true);
        await using var next = AnotherProcess();
        (await next.GetRequiredService<IPostingSearch>().SearchAsync(new(), default)).Total.ShouldBe(0);
        (await next.GetRequiredService<IIndexWriter>().StatusAsync(default)).Bytes.ShouldBe(0);
        await next.GetRequiredService<ProjectionRunner>().DrainAsync();
        (await next.GetRequiredService<IPostingSearch>().SearchAsync(new(), default)).Total.ShouldBe(146);
    }

    [Fact]
    public async Task Two_rebuilds_at_once_are_one_rebuild_and_one_refusal()
    {
        using var held = County.County.Services.GetRequiredService<IndexFolder>().TryLockRebuild();
        (await County.Writer.RebuildAsync(force: true, null, default)).Refusals.Single().Code.ShouldBe("Index.Rebuilding");
    }

    [Fact]
    public async Task A_file_of_another_version_is_not_read_until_it_is_built_again()
    {
        (await County.KeysAsync("保安员")).ShouldBe(["guard"]);
        var (file, county) = (EmbeddedEngine.FileOf(County.County.Services), County.County);
        using (var other = IndexConnection.ForWriting(file)) other.Script("update state set value = value - 1 where name = 'version'; alter table workers drop column born;");

        // As a process of the next version finds it at its start.
        using var folder = new IndexFolder(Path.GetDirectoryName(file)!);
        using var writer = new EmbeddedIndexWriter(folder, county.Services.GetRequiredService<DocumentReader>());
        var people = new EmbeddedWorkerSearch(folder);
        var asked = new WorkerQuery { Born = new(1900, null) };
        (await people.SearchAsync(asked, Scope.System, default)).Total.ShouldBe(0);
        (await writer.SeqAsync(default)).ShouldBe(0, "so that a page says that the index is behind");
        await writer.StartAsync(default);
        var all = await county.OnDbAsync(db => db.Set<Workers.Worker>().CountAsync());
        (await people.SearchAsync(asked, Scope.System, default)).Total.ShouldBe(all);
        (await new EmbeddedPostingSearch(folder, county.Clock).SearchAsync(new() { Words = "保安员" }, default)).Total.ShouldBe(1);
    }

    /// <summary>Whoever looks for work does not wait for the index of the workers; nothing takes the half of an index for a whole one.</summary>
    [Fact]
    public async Task Postings_are_found_before_the_workers_are_read_and_the_next_start_builds_the_rest()
    {
        var (file, county) = (EmbeddedEngine.FileOf(County.County.Services), County.County);
        var reader = county.Services.GetRequiredService<DocumentReader>();
        using (var folder = new IndexFolder(Path.GetDirectoryName(file)!))
        using (var writer = new EmbeddedIndexWriter(folder, reader))
        {
            await writer.ServePostingsAsync(default);
            (await new EmbeddedPostingSearch(folder, county.Clock).SearchAsync(new() { Words = "保安员" }, default)).Total.ShouldBe(1);
            (await new EmbeddedWorkerSearch(folder).SearchAsync(new(), Scope.System, default)).Total.ShouldBe(0);
            // A change of another process leaves it unfinished.
            var (changes, upTo) = await reader.ChangesAsync(0, await reader.NewestSeqAsync(default), default);
            changes.ShouldNotBeEmpty();
            await writer.TakeAsync(changes, upTo, default);
            (await writer.SeqAsync(default)).ShouldBe(-1, "so that pages say that the index is behind");
        }

        using var again = new IndexFolder(Path.GetDirectoryName(file)!);
        using var next = new EmbeddedIndexWriter(again, reader);
        (await next.StartAsync(default)).ShouldBe(await reader.NewestSeqAsync(default));
        (await new EmbeddedWorkerSearch(again).SearchAsync(new(), Scope.System, default)).Total.ShouldBe(await county.OnDbAsync(db => db.Set<Workers.Worker>().CountAsync()));
    }

    [Fact]
    public async Task An_older_version_never_wins()
    {
        var reader = County.County.Services.GetRequiredService<DocumentReader>();
        var old = await reader.PostingsAsync([County["guard"]], default);
        await County.ChangePostingAsync("guard", p => p.Title = "宿舍值夜");
        await County.CatchUpAsync();
        using (var late = IndexFileWriter.Open(EmbeddedEngine.FileOf(County.County.Services)))
        {
            late.Write([County["guard"]], old, [], [], seq: 1, moveCursor: true);
            late.Seq.ShouldBeGreaterThan(1);
        }

        (await County.KeysAsync("保安员")).ShouldBeEmpty();
        await County.ChangePostingAsync("guard", p => p.Pause());
        await County.CatchUpAsync();
        using (var late = IndexFileWriter.Open(EmbeddedEngine.FileOf(County.County.Services))) late.Write([County["guard"]], old, [], [], seq: 1, moveCursor: true);
        (await County.KeysAsync("保安员")).ShouldBeEmpty();
    }
}

public sealed class EmbeddedIndexReconcileTests : IndexReconcileContract<EmbeddedEngine>;
