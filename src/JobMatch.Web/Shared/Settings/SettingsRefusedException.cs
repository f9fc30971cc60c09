namespace JobMatch.Web.Shared.Settings;

/// <summary>The configuration holds something the program cannot start with. The message is one sentence per fault.</summary>
public sealed class SettingsRefusedException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
