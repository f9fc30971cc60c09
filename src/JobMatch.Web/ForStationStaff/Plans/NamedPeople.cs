namespace JobMatch.Web.ForStationStaff.Plans;

/// <summary>Somebody looked for, added or taken off while a plan is being written: it travels with the form, so that nothing ticked or written is lost, with scripts or without.</summary>
public sealed class PeopleAsked
{
    /// <summary>A name, or part of an ID number.</summary>
    public string? Who { get; set; }

    public bool Look { get; set; }

    /// <summary>Whom to add.</summary>
    public long? Add { get; set; }

    /// <summary>Whom to take off.</summary>
    public long? Drop { get; set; }

    /// <summary>The form is not sent yet.</summary>
    public bool IsAsked => Look || Add is not null || Drop is not null;

    /// <summary>The page comes back to this box; without scripts Enter in the box for postings sends this one's button, too.</summary>
    public bool IsFocused => Add is not null || Drop is not null || !string.IsNullOrWhiteSpace(Who);
}

/// <summary>Who is meant by name, and who was found.</summary>
/// <param name="Asked">What was looked for.</param>
/// <param name="Found">Those not chosen yet can be added.</param>
/// <param name="Chosen">In the order in which they were added.</param>
public sealed record NamedPeople(PeopleAsked Asked, PeopleFound Found, IReadOnlyList<FoundPerson> Chosen)
{
    /// <summary>Adds and takes off as asked; who is out of the clerk's reach falls out of the form.</summary>
    public static async Task<NamedPeople> ReadAsync(PeopleAsked asked, PlanForm form, PeopleFinder finder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(finder);
        if (asked.Add is { } more) form.PersonIds.Add(more);
        if (asked.Drop is { } less) form.PersonIds.Remove(less);
        var chosen = await finder.OfAsync(form.PersonIds, cancel);
        form.PersonIds = [.. chosen.Select(one => one.Person.Id)];
        return new(asked, asked.IsAsked ? await finder.FindAsync(asked.Who, cancel) : PeopleFound.Nobody, chosen);
    }
}
