using System.Globalization;
using JobMatch.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace JobMatch.Web.Shared.Parts;

/// <summary>What people call the field at which a form found a fault, for the summary above the form: "must be filled in" alone does not say which.</summary>
public sealed class FieldNames(IModelMetadataProvider models, Texts texts)
{
    /// <summary>The name of a field, with the number of its row where it stands in rows (<c>Form.Places[1].Vacancies</c>); null for what has none.</summary>
    public string? Of(object? page, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (page is null) return null;
        var (field, row) = (models.GetMetadataForType(page.GetType()), 0);
        foreach (var part in key.Split('.'))
        {
            var (name, at) = part.IndexOf('[', StringComparison.Ordinal) is var open and > 0 ? (part[..open], part[(open + 1)..].TrimEnd(']')) : (part, null);
            if (field.Properties[name] is not { } inner) return null;
            field = at is null ? inner : inner.ElementMetadata ?? inner;
            if (int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) row = index + 1;
        }

        return field.DisplayName is not { Length: > 0 } said ? null : row == 0 ? said : texts["Parts.FieldOfRow", said, row];
    }
}
