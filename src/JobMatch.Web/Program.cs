using JobMatch;
using JobMatch.Data;
using JobMatch.Jobs;
using JobMatch.Search;
using JobMatch.Web.ForResidents.Reading;
using JobMatch.Web.ForStationStaff;
    builder.AddStationStaff();
    builder.AddEmployerPages();
    builder.AddAdministratorPages();
    builder.AddSignIn();
    builder.AddLive();
    builder.AddResidents();
    builder.AddSettings<DemoOptions>($"{SettingsCheck.Root}:Demo");
    builder.Services.AddHostedService<DemoCountyLoader>();
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
