using JobMatch.Asking;
using JobMatch.Data;
using JobMatch.Web.ForResidents.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForResidents;

/// <summary>Words that were asked as they stand: only where no title has them may the jobs be other ones.</summary>
public sealed class AddressNotesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true, RelevanceTier.Body, true)]
    [InlineData(true, RelevanceTier.TitleWords, false)]
    [InlineData(false, RelevanceTier.Body, false)]
    public void Words_that_stand_in_no_title_may_be_of_other_work(bool literal, RelevanceTier first, bool told)
    {
        using var scope = site.Services.CreateScope();
        var notes = scope.ServiceProvider.GetRequiredService<AddressNotes>();
        var answered = new AnsweredPostings(new PostingQuery(), new PostingHits([new PostingHit(1, first, [], [])], 1), []) { IsLiteral = literal };
        var said = notes.OfLiteral(new JobFilter { Q = "理发" }, answered).ToList();
        said.Count.ShouldBe(told ? 1 : 0);
        if (told) said[0].ShouldContain("没有专门招“理发”的");
    }
}
