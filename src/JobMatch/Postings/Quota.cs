using JobMatch.Data;

namespace JobMatch.Postings;

/// <summary>名额: so many vacancies at a place. A hire takes one.</summary>
public sealed class Quota : IDirties
{
    public long Id { get; private set; }

    public long PostingId { get; init; }

    public required QuotaPlace Place { get; set; }

    public long? SettlementId { get; set; }

    public long? RegionCode { get; set; }

    /// <summary>The place in the notice's own words (「各村」, 「里建」).</summary>
    public string PlaceText { get; set; } = "";

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public required int Vacancies { get; set; }

    public int Taken { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether there is one place to go to. A whole county, every village or somewhere far away has a middle on the map where nobody works: a way to it would be made up.</summary>
    public bool IsOnePlace => Place is QuotaPlace.Settlement or QuotaPlace.Township;

    /// <summary>Its place as it is told: in the notice's own words, else the settlement's name, else no words but the key under which a kind of place has them.</summary>
    /// <param name="settlement">The name of its settlement; null where it has none that is known.</param>
    public (string Words, string Key) Told(string? settlement) => PlaceText.Length > 0 ? (PlaceText, "") : Place switch
    {
        QuotaPlace.Settlement when settlement is not null => (settlement, ""),
        QuotaPlace.AtHome => ("", "Posting.Place.AtHome"),
        QuotaPlace.EveryVillage => ("", "Posting.Place.EveryVillage"),
        QuotaPlace.OutsideCounty => ("", "Posting.Place.Outside"),
        QuotaPlace.OutsideProvince => ("", "Posting.Place.OutsideProvince"),
        QuotaPlace.Unknown => ("", "Posting.Place.Unknown"),
        _ => ("", "Posting.Place.InCounty"),
    };

    public int Open => Math.Max(0, Vacancies - Taken);

    /// <summary>Takes one vacancy; two hires for the last one meet at <see cref="Version"/>: one wins, one is told.</summary>
    public Outcome<bool> Take()
    {
        if (Open < 1) return new Refusal("Posting.Full");
        Taken++;
        return true;
    }

    public void GiveBack() => Taken = Math.Max(0, Taken - 1);

    public IEnumerable<Change> Dirties() => [new(ChangeKind.Posting, PostingId)];
}
