namespace JobMatch.Web.Shared.Navigation;

/// <summary>The figures beside the places of the navigation, for the person of this request. A part that knows a figure sets it before the view is made.</summary>
public sealed class Counts
{
    private readonly Dictionary<string, long> _byPlace = new(StringComparer.Ordinal);

    /// <summary>How many things wait at a place (<see cref="Place.Name"/>); 0 shows nothing.</summary>
    public long this[string place]
    {
        get => _byPlace.GetValueOrDefault(place);
        set => _byPlace[place] = value;
    }

    /// <summary>Id of the newest inbox row that this page already shows; the live connection asks for what came after it.</summary>
    public long LastSeen { get; set; }
}
