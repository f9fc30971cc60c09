namespace JobMatch.Web.Shared.Pages;

/// <summary>The controller exists in Development only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DevelopmentPageAttribute : Attribute;
