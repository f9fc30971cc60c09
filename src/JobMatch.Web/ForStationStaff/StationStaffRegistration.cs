using JobMatch.Data;
using JobMatch.Web.ForStationStaff.PersonLedger;
using JobMatch.Web.ForStationStaff.Households;
using JobMatch.Web.ForStationStaff.Plans;
using JobMatch.Web.Live;

namespace JobMatch.Web.ForStationStaff;

internal static class StationStaffRegistration
{
    /// <summary>What the station's pages read, and the word to its open pages that something came.</summary>
    internal static void AddStationStaff(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<StationFigures>();
        builder.Services.AddScoped<Referrals.MoveReferral>();
        builder.Services.AddScoped<PersonReader>();
        builder.Services.AddScoped<HouseholdReader>();
        builder.Services.AddScoped<People.PeopleSearch>();
        builder.Services.AddScoped<People.PersonTexts>();
        builder.Services.AddScoped<People.WishTexts>();
        builder.Services.AddScoped<People.RecordTexts>();
        builder.Services.AddScoped<People.ConditionNotes>();
        builder.Services.AddScoped<People.NameInWords>();
        builder.Services.AddScoped<SavedSearches.QuestionInWords>();
        builder.Services.AddScoped<PlanReader>();
        builder.Services.AddScoped<LostLocks>();
        builder.Services.AddScoped<NotThereTexts>();
        builder.Services.AddScoped<Referrals.ReferralPlaces>();
        builder.Services.AddSingleton<PostingsApart>();
        builder.Services.AddScoped<PostingPicker>();
        builder.Services.AddScoped<WhyNotPlaced>();
        builder.Services.AddScoped<WhyNotThere>();
        builder.Services.AddScoped<LossTexts>();
        builder.Services.AddScoped<PairCosts>();
        builder.Services.AddScoped<PeopleFinder>();
        builder.Services.AddScoped<Rankings.RankingOfClerk>();
        builder.Services.AddScoped<PersonPostings.WhyNotThisPosting>();
        builder.Services.AddScoped<Trainings.ClassReader>();
        builder.Services.AddScoped<Trainings.WhyUnchanged>();
        builder.Services.AddScoped<Trainings.YearWorkbook>();
        builder.Services.AddScoped<NotHelped>();
        builder.Services.AddScoped<PeopleNotAsked>();
        builder.Services.AddSingleton<IChangeConsumer, StationPush>();
    }
}
