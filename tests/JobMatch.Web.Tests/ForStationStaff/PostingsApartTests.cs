using JobMatch.Matching;
using JobMatch.Postings;
using JobMatch.Settlements;
using JobMatch.TestKit;
using JobMatch.Web.ForStationStaff.Plans;
using JobMatch.Web.Shared.Postings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForStationStaff;

/// <summary>Postings of one title and employer are told apart by what differs, and nothing else.</summary>
public sealed class PostingsApartTests : ClerkAtDesk
{
    [Fact]
    public async Task What_differs_is_said_and_their_numbers_where_nothing_does()
    {
        var (employer, place) = (await InAsync(db => db.Set<Posting>().Where(p => p.Id == County.SewingId).Select(p => p.EmployerId).SingleAsync()), County.Settlement.Id);
        var postings = await InAsync(async db =>
        {
            Posting Of(string title, int vacancies) => Some.Posting(employer, title, PostingKind.PublicWelfare, vacancies, place);
            var made = new[] { Of("乡村保洁员", 3), Of("乡村保洁员", 5), Of("护林员", 2), Of("护林员", 2), Of("保安", 1) };
            db.AddRange(made);
            await db.SaveChangesAsync();
            return made;
        });
        var apart = Site.Services.GetRequiredService<PostingsApart>().Of(postings, new Dictionary<long, Settlement> { [place] = County.Settlement });
        apart[postings[0].Id].Whole.ShouldBe("招 3 人");
        apart[postings[1].Id].Whole.ShouldBe("招 5 人");
        apart[postings[2].Id].Whole.ShouldBe($"岗位 {postings[2].Id} 号");
        apart[postings[3].Id].ShouldBe(new PostingApart($"岗位 {postings[3].Id} 号", $"岗位 {postings[3].Id} 号"));
        apart.ContainsKey(postings[4].Id).ShouldBeFalse("it is the only one");
    }

    [Fact]
    public async Task One_of_several_places_of_a_posting_is_named_and_the_only_one_is_not()
    {
        var place = County.Settlement.Id;
        var employer = await InAsync(db => db.Set<Posting>().Where(p => p.Id == County.SewingId).Select(p => p.EmployerId).SingleAsync());
        var (two, one) = await InAsync(async db =>
        {
            var both = Some.Posting(employer, "护林员", PostingKind.PublicWelfare, 2, place);
            both.Quotas.Add(new Quota { Place = QuotaPlace.Settlement, PlaceText = "新坪村", Vacancies = 1 });
            var single = Some.Posting(employer, "保安", PostingKind.PublicWelfare, 1, place);
            db.AddRange(both, single);
            await db.SaveChangesAsync();
            return (both, single);
        });
        var (jobs, settlements) = (Site.Services.GetRequiredService<PostingTexts>(), new Dictionary<long, Settlement> { [place] = County.Settlement });
        two.Quotas.Select(quota => jobs.PlaceOf(two, quota.Id, settlements)).ShouldBe([County.Settlement.Name, "新坪村"], ignoreOrder: true);
        jobs.PlaceOf(two, null, settlements).ShouldBeEmpty("nobody has said");
        jobs.PlaceOf(one, one.Quotas.Single().Id, settlements).ShouldBeEmpty();
    }
}
