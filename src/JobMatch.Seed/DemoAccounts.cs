using JobMatch.Accounts;

namespace JobMatch.Seed;

/// <summary>
/// The accounts of the demo county: one for each audience. The passwords are public and for the demo only; the loader that makes them
/// is never run on a county's own data.
/// </summary>
public static class DemoAccounts
{
    /// <summary>One password for all of them, printed at the start.</summary>
    public const string Password = "qianshan-2026";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("admin", "系统管理员", Role.Administrator, GrantArea.System, DemoTarget.Everything),
        new("county", "县就业局 罗科长", Role.Supervisor, GrantArea.County, DemoTarget.County),
        new("township", "城关镇 韦主任", Role.Supervisor, GrantArea.Township, DemoTarget.FirstTownship),
        new("station1", "就业服务站 杨站长", Role.Staff, GrantArea.Station, DemoTarget.FirstStation),
        new("station2", "就业服务站 陈干事", Role.Staff, GrantArea.Station, DemoTarget.SecondStation),
        new("employer1", "企业招聘 何经理", Role.Employer, GrantArea.Employer, DemoTarget.FirstEmployer),
        new("employer2", "帮扶车间 潘厂长", Role.Employer, GrantArea.Employer, DemoTarget.SecondEmployer),
    ];

    /// <summary>The position of the station that a demo account has: the first, and one that serves other people.</summary>
    internal static int StationOf(int account, int stations) => account == 0 ? 0 : Math.Min(2, stations - 1);

    /// <summary>Residents sign in with a phone and the code on the outbox page; the third phone is shared by a family.</summary>
    public static IReadOnlyList<string> ResidentPhones { get; } = [DemoPeople.SeekerPhone, DemoPeople.EmployedPhone, DemoPeople.FamilyPhone];
}

/// <param name="UserName">To sign in with.</param>
/// <param name="DisplayName">As shown on the page.</param>
/// <param name="Role">The audience.</param>
/// <param name="Area">Where the role holds.</param>
/// <param name="Target">Which one of that area; resolved to an id when the county is loaded.</param>
public sealed record DemoAccount(string UserName, string DisplayName, Role Role, GrantArea Area, DemoTarget Target);

public enum DemoTarget
{
    Everything = 0,
    County = 1,

    /// <summary>The township of the first settlement.</summary>
    FirstTownship = 2,
    FirstStation = 3,
    SecondStation = 4,

    /// <summary>A verified enterprise.</summary>
    FirstEmployer = 5,

    /// <summary>A verified aid workshop.</summary>
    SecondEmployer = 6,
}
