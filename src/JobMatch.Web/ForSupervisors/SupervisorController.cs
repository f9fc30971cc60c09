using JobMatch.Web.Shared.Edge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.ForSupervisors;

/// <summary>What every page of the supervisors has in common: who may come. What she sees is her scope's matter, in the queries.</summary>
[Area("ForSupervisors"), Authorize(Policy = Audiences.Supervisor)]
public abstract class SupervisorController : Controller
{
    /// <summary>A month of the address, 202610; null when it is none.</summary>
    protected static Data.Month? MonthOf(int? code) => code is >= 190_001 and <= 299_912 && code.Value % 100 is >= 1 and <= 12 ? Data.Month.Parse(code.Value) : null;
}
