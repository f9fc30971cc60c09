using System.ComponentModel.DataAnnotations;
using JobMatch.Web.Shared.Language;
using JobMatch.Web.Shared.Pages;
using JobMatch.Web.Shared.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JobMatch.Web.Shared.Gallery;

/// <summary>A form with one question of each kind.</summary>
public sealed class GalleryForm
{
    [Display(Name = "Gallery.Form.Phone"), Required, Phone]
    public string Phone { get; set; } = "";

    [Display(Name = "Gallery.Form.Wage"), Range(1, 100_000)]
    public int? Wage { get; set; }

    [Display(Name = "Gallery.Form.Shift"), Required]
    public string Shift { get; set; } = "day";

    [Display(Name = "Gallery.Form.Note"), StringLength(20)]
    public string? Note { get; set; }
}

/// <summary>Every part of the pages in each voice, for the people who build and check them.</summary>
[DevelopmentPage, AllowAnonymous, Route("/gallery")]
public sealed class GalleryController(Texts texts) : Controller
{
    private static readonly string[] Voices = ["Resident", "Staff", "Employer", "Supervisor", "Administrator", "Plain"];

    [HttpGet("")]
    public IActionResult Index() => View(Voices);

    [HttpGet("{voice}")]
    public IActionResult Voice(string voice) => Show(voice, new GalleryForm());

    /// <summary>Takes the form to show what it refuses.</summary>
    [HttpPost("{voice}")]
    public IActionResult Voice(string voice, GalleryForm form)
    {
        if (!ModelState.IsValid)
            return Show(voice, form);
        Flash.Set(TempData, new Flash(texts["Gallery.Saved"], UndoUrl: $"/gallery/{voice}/undo"));
        return RedirectToAction(nameof(Voice), new { voice });
    }

    [HttpPost("{voice}/undo")]
    public IActionResult Undo(string voice)
    {
        Flash.Set(TempData, new Flash(texts["Gallery.Undone"], Kind: "gap"));
        return RedirectToAction(nameof(Voice), new { voice });
    }

    /// <summary>What an unexpected failure looks like.</summary>
    [HttpGet("failure")]
    public IActionResult Failure() => throw new InvalidOperationException("Asked for by the gallery.");

    private IActionResult Show(string voice, GalleryForm form)
    {
        var known = Voices.FirstOrDefault(name => name.Equals(voice, StringComparison.OrdinalIgnoreCase));
        if (known is null)
            return NotFound();
        ViewBag.Layout = $"_{known}Layout";
        return View(known is "Resident" or "Plain" ? "Resident" : "Desk", form);
    }
}
