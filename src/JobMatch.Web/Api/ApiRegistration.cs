using System.Text.Json.Serialization;

namespace JobMatch.Web.Api;

internal static class ApiRegistration
{
    /// <summary>The JSON API: enums by name, contracts by AutoMapper.</summary>
    internal static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddAutoMapper(mapper => mapper.LicenseKey = builder.Configuration["AutoMapper:LicenseKey"], typeof(PostingContracts).Assembly);
        builder.Services.AddControllers().AddJsonOptions(json => json.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
    }
}
