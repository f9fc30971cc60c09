using JobMatch.EmploymentSpells;

namespace JobMatch.Tallies;

/// <summary>Where people work, as the monthly picture draws it: three groups of channels.</summary>
public enum ChannelGroup
{
    Local = 1,
    InProvince = 2,
    OutOfProvince = 3,
}

public static class ChannelGroups
{
    private static readonly Channel[] Local =
        [Channel.NearbyEnterprise, Channel.AidWorkshop, Channel.PublicWelfare, Channel.WorkRelief, Channel.SelfEmployment, Channel.FlexibleHome, Channel.Gig];

    /// <summary>The channels of a group; each channel is in one.</summary>
    public static IReadOnlyList<Channel> Channels(this ChannelGroup group) => group switch
    {
        ChannelGroup.InProvince => [Channel.ExportInProvince],
        ChannelGroup.OutOfProvince => [Channel.ExportOutOfProvince],
        _ => Local,
    };
}
