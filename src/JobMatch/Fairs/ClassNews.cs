using System.Globalization;
using JobMatch.Notifications;
using JobMatch.Training;

namespace JobMatch.Fairs;

/// <summary>What people in a class are told about it; written with the change itself, so that nobody is told of what did not happen.</summary>
internal static class ClassNews
{
    /// <param name="of">As it now is. Its version is part of the key: every change is told once.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="people">Who is told.</param>
    /// <param name="at">Now.</param>
    public static IEnumerable<Notification> Of(TrainingClass of, NotificationKind kind, IEnumerable<long> people, DateTime at) => people.Select(person => new Notification
    {
        Kind = kind,
        PersonId = person,
        Key = string.Create(CultureInfo.InvariantCulture, $"class:{of.Id}:{of.Version}:{kind}:{person}"),
        Values = new Dictionary<string, string> { ["title"] = of.Title, ["day"] = of.From.ToString("O", CultureInfo.InvariantCulture), ["place"] = of.Place },
        At = at,
    });
}
