using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JobMatch.Fairs;

internal static class FairsSetup
{
    public static IServiceCollection AddFairs(this IServiceCollection services) => services
        .AddSingleton<PlanSignal>()
        .AddSingleton<PlanWorker>()
        .AddScoped<UnderWayReader>()
        .AddScoped<PlacementReader>()
        .AddScoped<PlanProblemReader>()
        .AddScoped<ComputePlan>()
        .AddScoped<WhatItCosts>()
        .AddScoped<ComputeTrainingDemand>()
        .AddScoped<AskTrainingDemand>()
        .AddScoped<TrainingDemandView>()
        .AddScoped<NotCountedReader>()
        .AddScoped<OpenTrainingClass>()
        .AddScoped<ChangeTrainingClass>()
        .AddScoped<AddToTrainingClass>()
        .AddScoped<SaveFair>()
        .AddScoped<MakePlan>()
        .AddScoped<ChangePlan>()
        .AddScoped<PlanRowsToday>()
        .AddScoped<ReferPlanned>()
        .AddScoped<ConfirmPlan>()
        .AddScoped<UndoPlan>();
}

public static class PlanWorkerSetup
{
    /// <summary>Works plans out in this process; the web site does, the command line does not.</summary>
    public static IServiceCollection AddPlanWorker(this IServiceCollection services) => services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PlanWorker>());
}
