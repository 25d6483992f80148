using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Upkeep.RunJob;

/// <summary>The administrator has a recurring job run now. Each does what is due and nothing twice, so once too often harms nothing.</summary>
/// <param name="Job">The job's id, such as run-due.</param>
[Title("has a job run now", "立即执行后台任务")]
[RequiresOffice(Office.Administrator)]
[Refuses<InvalidRequest>]
[Refuses<JobUnknown>]
internal sealed record RunJobCommand(string Job) : ICommand<Done>;

internal sealed class RunJobValidator : AbstractValidator<RunJobCommand>
{
    public RunJobValidator() => RuleFor(c => c.Job).NotEmpty().MaximumLength(100);
}

/// <summary>No such job runs by itself here.</summary>
internal sealed record JobUnknown(string Job) : Refusal
{
    public override LocalText Message => new LocalText(
        "No job “{0}” runs by itself on this server. The page of jobs names all that do.", "本服务器没有名为“{0}”的定时任务，可执行的任务见后台任务页面。").With(Job);

    public override RefusalKind Kind => RefusalKind.NotFound;
}
