using System.Reflection;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.TestKit;
using JobMatch.Wages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Tests.Postings;

/// <summary>Whatever an employer may write freely is read by residents, so it is looked at for lures, when it is first written and whenever it is changed.</summary>
public class FreeTextTests
{
    private const string Lure = "报到时先交押金300元";

    /// <summary>Written by the product or by a station, not by the employer; a new text stands here or is looked at.</summary>
    private static readonly string[] NotHis = [nameof(Posting.StateReason), nameof(Posting.Flag), nameof(Posting.PublicTitle), nameof(Posting.ExternalKey), nameof(Posting.ExternalHash)];

    [Fact]
    public void Every_free_text_of_a_posting_is_looked_at()
    {
        Texts(typeof(Posting)).Except(NotHis).ShouldBe([nameof(Posting.Title), nameof(Posting.Description)], ignoreOrder: true);
        foreach (var name in Texts(typeof(Posting)).Except(NotHis)) FlagOf(posting => typeof(Posting).GetProperty(name)!.SetValue(posting, Lure)).ShouldBe(BaitFlags.Fee, name);
        foreach (var name in Texts(typeof(Quota))) FlagOf(posting => typeof(Quota).GetProperty(name)!.SetValue(posting.Quotas[0], Lure)).ShouldBe(BaitFlags.Fee, name);
        foreach (var name in Texts(typeof(Wage))) FlagOf(posting => typeof(Wage).GetProperty(name)!.SetValue(posting.Wage = posting.Wage with { }, Lure)).ShouldBe(BaitFlags.Fee, name);
        Texts(typeof(PostingSkill)).Concat(Texts(typeof(PostingCertificate))).ShouldBeEmpty();
        FlagOf(_ => { }).ShouldBe(BaitFlags.None);
    }

    /// <summary>What reads like a lure as a whole reads no better for a plain place beside it, and a plain place beside honest words makes none.</summary>
    [Theory]
    [InlineData("话务员 菲律宾", "赴马尼拉工作，包签证食宿", true)]
    [InlineData("拍卖行押运司机", "会开车就行，名额有限", true)]
    [InlineData("缝纫工", "平车、锁边。白班，计件，多做多得。", false)]
    public void A_place_says_nothing_of_how_an_advert_reads(string title, string text, bool flagged)
    {
        foreach (var place in new[] { "", "幸福里社区", "县城工业园区A区3号厂房", "广东省东莞市长安镇乌沙第六工业区" })
            (FlagOf(posting => (posting.Title, posting.Description, posting.Quotas[0].PlaceText) = (title, text, place)) != BaitFlags.None).ShouldBe(flagged, place);
    }

    /// <summary>The form has the same texts and no others; each may be changed in a public posting and then waits.</summary>
    [Theory, OnEachDatabase]
    public async Task A_changed_free_text_of_a_public_posting_waits_for_a_station(DatabaseProvider provider)
    {
        await using var county = await TestCounty.CreateAsync(provider);
        var market = await Market.CreateAsync(county);
        Texts(typeof(SavePostingRequest)).Concat(Texts(typeof(SavePostingQuota))).ShouldBe([nameof(SavePostingRequest.Title), nameof(SavePostingRequest.Description), nameof(SavePostingRequest.WageText), nameof(SavePostingQuota.PlaceText)], ignoreOrder: true);
        foreach (var (field, change) in new (string, Func<SavePostingRequest, SavePostingRequest>)[]
        {
            ("title", form => form with { Title = Lure }),
            ("description", form => form with { Description = Lure }),
            ("words of the pay", form => form with { WageText = Lure }),
            ("words of the place", form => form with { Quotas = [form.Quotas[0] with { PlaceText = "车站旁办事处，" + Lure }] }),
            ("words of a place that is new", form => form with { Quotas = [.. form.Quotas, form.Quotas[0] with { Id = null, PlaceText = Lure }] }),
        })
        {
            var id = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, vacancies: 2);
            var before = await ReadAsync(county, id);
            before.State.ShouldBe(PostingState.Published, field);
            (await county.InAsync(s => s.GetRequiredService<SavePosting>().RunAsync(change(PostingForm.Of(before, by: 1) with { LeaveOpen = true }), default), Scope.OfEmployer(market.EmployerId))).Refusals.ShouldBeEmpty();
            var after = await ReadAsync(county, id);
            (after.State, after.Flag).ShouldBe((PostingState.Submitted, nameof(BaitFlags.Fee)), field);
            after.Seen!.Unseen(after).Words.Select(finding => finding.Words).ShouldContain(words => words.Contains("押金300元", StringComparison.Ordinal), field);
        }
    }

    /// <summary>What a station let through in the words of the pay and of the place covers no higher fee there.</summary>
    [Fact]
    public async Task A_higher_fee_in_an_approved_text_waits_again()
    {
        await using var county = await TestCounty.CreateAsync();
        var market = await Market.CreateAsync(county);
        foreach (var change in (Func<SavePostingRequest, string, SavePostingRequest>[])[(form, text) => form with { WageText = text }, (form, text) => form with { Quotas = [form.Quotas[0] with { PlaceText = text }] }])
        {
            var id = await Market.AddPostingAsync(county, market.EmployerId, market.SettlementId, vacancies: 2);
            (await ChangeAsync(id, form => change(form, "先交押金100元"))).ShouldBe(PostingState.Submitted);
            var waits = await ReadAsync(county, id);
            (await county.InAsync(s => s.GetRequiredService<ApprovePosting>().RunAsync(new ApprovePostingRequest(id, waits.Version, 1, LeaveOpen: true), default), Scope.OfSettlements([market.SettlementId]))).Refusals.ShouldBeEmpty();
            (await ChangeAsync(id, form => form with { Description = form.Description + "离家近。" })).ShouldBe(PostingState.Published, "the fee that was seen");
            (await ChangeAsync(id, form => change(form, "先交押金300元"))).ShouldBe(PostingState.Submitted, "a higher one");
        }

        async Task<PostingState> ChangeAsync(long id, Func<SavePostingRequest, SavePostingRequest> change)
        {
            var form = PostingForm.Of(await ReadAsync(county, id), by: 1) with { LeaveOpen = true };
            (await county.InAsync(s => s.GetRequiredService<SavePosting>().RunAsync(change(form), default), Scope.OfEmployer(market.EmployerId))).Refusals.ShouldBeEmpty();
            return (await ReadAsync(county, id)).State;
        }
    }

    /// <summary>A row of a file whose place asks for money waits as well.</summary>
    [Fact]
    public async Task An_imported_place_is_looked_at()
    {
        await using var county = await TestCounty.CreateAsync();
        await county.AddAsync(Some.Settlement());
        var file = Path.Combine(county.Options.Folder, "rows.csv");
        await File.WriteAllTextAsync(file, "编号,岗位名称,用工单位,地点,薪资,人数,岗位描述\n1,包装工,兴旺厂,到基地先交资料费200元,4000元/月,5,长白班\n2,包装工,兴旺厂,县城工业园,4000元/月,5,长白班\n");
        BaitCheck.Check(new SavePostingRequest { Title = "包装工", Quotas = [new SavePostingQuota(null, QuotaPlace.County, null, 522_300, Lure, 1)] }).ShouldBe(BaitFlags.Fee, "the form says so while it is written");
        (await county.InAsync(s => s.GetRequiredService<ImportPostings>().RunAsync(new ImportPostingsRequest { File = file }, null, default))).Value!.Waiting.ShouldBe(1);
    }

    private static BaitFlags FlagOf(Action<Posting> write)
    {
        var posting = Some.Posting(employerId: 1);
        write(posting);
        return BaitCheck.Flags(BaitCheck.Find(posting));
    }

    private static IEnumerable<string> Texts(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string) && property.GetIndexParameters().Length == 0).Select(property => property.Name);

    private static Task<Posting> ReadAsync(TestCounty county, long id) =>
        county.OnDbAsync(db => db.Set<Posting>().Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates).SingleAsync(p => p.Id == id));
}
