using System.Net;
using System.Text.RegularExpressions;
using JobMatch.Data;
using JobMatch.Postings;
using JobMatch.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JobMatch.Web.Tests.ForEmployers;

/// <summary>What an advert says in words and its form leaves open, as employer and station read it; and who let through what waits.</summary>
public sealed class LeftOpenPagesTests : EmployerAtDesk
{
    private const string Form = "/employer/postings/new/form";
    private const string Text = "钢结构厂房，要焊工证，每天8小时，工地管午饭。";

    [Fact]
    public async Task Each_fact_is_named_on_the_preview_and_nothing_is_published_before_somebody_decides()
    {
        var page = await WriteAsync(Text);
        var html = await Employer.ReadAsync(page);
        foreach (var fact in new[] { "焊接与热切割作业证（报名就要有）", "有危险（不满 18 岁不能做）", "每天 8 小时", "管饭", "照文字填上", "不用填，就这样发布" }) html.ShouldContain(fact);
        using var oversight = await Employer.PostAsync(page, page + "/publish", ("version", "0"));
        (await Employer.ReadAsync(page)).ShouldContain("请先决定填上");
        (await ReadAsync(page)).State.ShouldBe(PostingState.Draft);

        using var filled = await Employer.PostAsync(page, page + "/fill-from-text", ("version", "0"));
        html = await Employer.ReadAsync(page);
        html.ShouldNotContain("不用填，就这样发布");
        html.ShouldContain("<dd>有危险（不满 18 岁不能做）</dd>");
        DeskVisitor.VersionIn(html).ShouldBe(1);
        (await Employer.ReadAsync(page + "/edit")).ShouldContain("value=\"8\"", Case.Sensitive, "as somebody would type it");
        using var published = await Employer.PostAsync(page, page + "/publish", ("version", $"{DeskVisitor.VersionIn(html)}"));
        var posting = await ReadAsync(page);
        (posting.State, posting.Hazardous, posting.Food, posting.HoursPerDay, posting.Certificates.Count).ShouldBe((PostingState.Published, true, true, 8m, 1));
    }

    [Fact]
    public async Task Who_means_it_leaves_it_open()
    {
        var page = await WriteAsync(Text);
        using var published = await Employer.PostAsync(page, page + "/publish", ("version", "0"), ("leaveOpen", "true"));
        var posting = await ReadAsync(page);
        (posting.State, posting.Hazardous, posting.Certificates.Count).ShouldBe((PostingState.Published, false, 0));
        (await Employer.ReadAsync(page)).ShouldContain("照文字填上", Case.Sensitive, "it can still be filled in");
    }

    [Fact]
    public async Task New_words_in_a_public_posting_are_asked_about_before_they_are_saved()
    {
        var page = await WriteAsync("来了就能上班。", ("Form.Hazardous", "true"));
        var html = await Employer.ReadAsync(page);
        using var published = await Employer.PostAsync(page, page + "/publish", ("version", "0"), ("leaveOpen", "true"));
        (string, string)[] change = [.. Fields("来了就能上班，要健康证。"), ("Form.Version", "1"), ("Form.Hazardous", "true"), ("Form.Places[0].Id", $"{(await ReadAsync(page)).Quotas[0].Id}")];
        using var asked = await Employer.PostAsync(page + "/edit", page + "/edit", change);
        html = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        html.ShouldContain("还没有保存");
        html.ShouldContain("健康证（上班前办好就行）");
        (await ReadAsync(page)).Description.ShouldBe("来了就能上班。");
        using var saved = await Employer.PostAsync(page + "/edit", page + "/edit", [.. change, ("act", "fill")]);
        var posting = await ReadAsync(page);
        (posting.State, posting.Description, posting.Certificates.Count).ShouldBe((PostingState.Published, "来了就能上班，要健康证。", 1));
    }

    [Fact]
    public async Task What_such_work_usually_is_is_offered_apart_and_filled_in_only_where_it_is_ticked()
    {
        var page = await WriteAsync("焊架子，会缝纫优先。");
        var html = await Employer.ReadAsync(page);
        html.ShouldContain("按工种一般是这样，文字里没有写");
        var usual = Regex.Matches(html, "name=\"usual\" value=\"([A-Za-z0-9]+)\"").Select(m => m.Groups[1].Value).ToList();
        usual.ShouldNotBeEmpty();
        using var filled = await Employer.PostAsync(page, page + "/fill-from-text", ("version", "0"));
        var skills = (await ReadAsync(page)).Skills.Select(s => LeftOpen.UsualSkill(s.SkillId)).ToList();
        skills.ShouldHaveSingleItem("the one that the text asks for");
        skills.Intersect(usual).ShouldBeEmpty();
        html = await Employer.ReadAsync(page);
        html.ShouldContain("把打勾的填上");
        using var ticked = await Employer.PostAsync(page, page + "/fill-from-text", ("version", $"{DeskVisitor.VersionIn(html)}"), ("usual", usual[0]));
        (await Employer.ReadAsync(page)).ShouldNotContain($"value=\"{usual[0]}\"");
    }

    [Fact]
    public async Task The_text_fills_pay_and_number_of_people_where_nobody_began_to_say_them()
    {
        (string, string)[] text = [("Form.Title", "电焊工"), ("Form.Description", "工资300到380一天，要焊工证，招20人。"), ("Form.Kind", "Enterprise"), ("Form.Places[0].Suggested", "1")];
        var read = await PressReadAsync([.. text, ("Form.WageUnit", "Month"), ("Form.Places[0].Vacancies", "1")]);
        read.ShouldContain("name=\"Form.WageMin\" value=\"300\"");
        read.ShouldContain("name=\"Form.WageMax\" value=\"380\"");
        read.ShouldContain("name=\"Form.Places[0].Vacancies\" value=\"20\"");
        Regex.IsMatch(read, "<option[^>]*selected[^>]*value=\"Day\"|<option[^>]*value=\"Day\"[^>]*selected").ShouldBeTrue();
        read.ShouldContain("name=\"Form.Title\" value=\"电焊工\"");

        var own = await PressReadAsync([.. text, ("Form.WageUnit", "Month"), ("Form.WageMin", "7000"), ("Form.Places[0].Vacancies", "3")]);
        own.ShouldContain("name=\"Form.WageMin\" value=\"7000\"");
        own.ShouldContain("name=\"Form.WageMax\" value=\"\"");
        own.ShouldContain("name=\"Form.Places[0].Vacancies\" value=\"3\"");
        (await PressReadAsync([.. text, ("Form.WageUnit", "Negotiable")])).ShouldContain("name=\"Form.WageMin\" value=\"\"", Case.Sensitive, "negotiable is a choice");

        async Task<string> PressReadAsync((string, string)[] fields)
        {
            using var answer = await Employer.PostAsync(Form, Form, [.. fields, ("act", "read")]);
            return Regex.Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), "(?<=name=\"Form[^\"]*\") [^>]*?(?=value=)", " ");
        }
    }

    [Fact]
    public async Task Nobody_is_told_of_an_approval_that_never_was_and_the_station_is_asked_too()
    {
        var page = await WriteAsync("来了就能上班。");
        using var published = await Employer.PostAsync(page, page + "/publish", ("version", "0"), ("leaveOpen", "true"));
        var changed = "来了就能上班，要焊工证。入职先交押金300元。";
        using var saved = await Employer.PostAsync(page + "/edit", page + "/edit",
            [.. Fields(changed), ("Form.Version", "1"), ("Form.Places[0].Id", $"{(await ReadAsync(page)).Quotas[0].Id}"), ("act", "leave")]);
        (await ReadAsync(page)).State.ShouldBe(PostingState.Submitted);
        var told = await Employer.ReadAsync(page);
        told.ShouldContain("自动发布的，那时没有要服务站先看的内容");
        told.ShouldContain("押金300元");
        told.ShouldNotContain("看过的是以前的内容");

        var clerk = await DeskVisitor.SignInAsync(Site, SmallCounty.StaffName);
        var at = page.Replace("/employer/", "/station/", StringComparison.Ordinal);
        var asked = await clerk.ReadAsync(at);
        asked.ShouldContain("自动发布的，服务站没有看过");
        asked.ShouldNotContain("审核通过以后又改了");
        asked.ShouldContain("焊接与热切割作业证（报名就要有）");
        asked.ShouldContain("不用填，就这样通过");
        using var oversight = await clerk.PostAsync(at, at + "/approve", ("version", $"{DeskVisitor.VersionIn(asked)}"));
        (await ReadAsync(page)).State.ShouldBe(PostingState.Submitted);
        using var filled = await clerk.PostAsync(at, at + "/fill-from-text", ("version", $"{DeskVisitor.VersionIn(asked)}"));
        using var approved = await clerk.PostAsync(at, at + "/approve", ("version", $"{DeskVisitor.VersionIn(await clerk.ReadAsync(at))}"));
        var posting = await ReadAsync(page);
        (posting.State, posting.Certificates.Count, posting.Seen!.ByStation).ShouldBe((PostingState.Published, 1, true));
    }

    private (string, string)[] Fields(string text) =>
    [
        ("Form.Title", "电焊工"), ("Form.Description", text), ("Form.Kind", "Enterprise"), ("Form.WageUnit", "Day"), ("Form.WageMin", "300"), ("Form.WageMax", "380"),
        ("Form.Places[0].Where", $"Settlement:{County.Settlement.Id}"), ("Form.Places[0].Vacancies", "2"),
    ];

    /// <summary>A draft.</summary>
    /// <returns>The address of its page.</returns>
    private async Task<string> WriteAsync(string text, params (string, string)[] more)
    {
        using var saved = await Employer.PostAsync(Form, Form, [.. Fields(text), .. more]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        return saved.Headers.Location!.ToString();
    }

    private async Task<Posting> ReadAsync(string page)
    {
        var id = long.Parse(page.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await using var request = Site.Services.CreateSystemScope();
        return await request.ServiceProvider.GetRequiredService<JobMatchDbContext>().Set<Posting>().AsNoTracking().Include(p => p.Quotas).Include(p => p.Skills).Include(p => p.Certificates).SingleAsync(p => p.Id == id);
    }
}
