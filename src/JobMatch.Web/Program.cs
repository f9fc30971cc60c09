using JobMatch;
using JobMatch.Data;
using JobMatch.Fairs;
using JobMatch.Jobs;
using JobMatch.Web.Api;
using JobMatch.Web.ForAdministrators;
using JobMatch.Web.ForEmployers;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.ForStationStaff;
using JobMatch.Web.ForSupervisors;
using JobMatch.Web.Live;
using JobMatch.Web.Shared.Demo;
using JobMatch.Web.Shared.Edge;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Pages;
using JobMatch.Web.Shared.Settings;
using JobMatch.Web.Shared.SignIn;

// A pattern that some sentence sends back and forth without end fails that request and holds no thread.
AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(5));
try
{
    var builder = WebApplication.CreateBuilder(args);

    builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);
    var data = builder.AddSettings();
    var jobs = builder.AddSettings<JobsOptions>($"{SettingsCheck.Root}:Jobs");
    builder.AddLanguage();
    builder.AddPages();
    builder.AddEdge(data);
    builder.Services.AddJobMatch(data).AddDatabaseStart().AddProjections().AddPlanWorker().AddJobs(jobs).AddJobClock(jobs);
    builder.AddSearch(data);
    builder.AddSignIn();
    builder.AddLive();
    builder.AddResidents();
    builder.AddStationStaff();
    builder.AddEmployerPages();
    builder.AddAdministratorPages();
    builder.AddSupervisors();
    builder.AddApi();
    builder.AddDemo();
    builder.CheckSettings();

    var app = builder.Build();

    app.UseEdge();
    app.MapPages();
    app.MapLive();

    app.Run();
    return 0;
}
catch (SettingsRefusedException refused)
{
    // One sentence for whoever starts the program; a stack trace would only hide it.
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}

public sealed partial class Program;
