using JobMatch.Data;
using Microsoft.Extensions.DependencyInjection;

namespace JobMatch.Search.Tests;

/// <summary>
/// What the contract suite needs to know of an engine: how to wire it, how to wait until writes can be found, and how to spoil it behind
/// its back. Everything else goes through the seams.
/// </summary>
public interface ISearchEngine
{
    void Add(IServiceCollection services, DataOptions data);

    /// <summary>Returns when everything written so far can be found.</summary>
    Task SettleAsync(IServiceProvider services);

    /// <summary>Takes a posting out of the index without telling anybody.</summary>
    Task LosePostingAsync(IServiceProvider services, long id);

    /// <summary>Makes the index believe that a posting's content is another.</summary>
    Task FalsifyPostingAsync(IServiceProvider services, long id);

    /// <summary>Edits by hand what the index shows of a posting, and leaves its version and its fingerprint.</summary>
    Task EditShownAsync(IServiceProvider services, long id);

    /// <summary>Edits by hand what filters look at (its kind), and leaves its version and its fingerprint.</summary>
    Task EditFilteredAsync(IServiceProvider services, long id);

    /// <summary>Puts a posting into the index that the database does not have.</summary>
    Task PlantOrphanAsync(IServiceProvider services, long id);
}
