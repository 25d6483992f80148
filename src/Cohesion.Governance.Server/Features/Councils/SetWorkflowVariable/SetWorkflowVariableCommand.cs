using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.Councils.SetWorkflowVariable;

/// <summary>The council sets a period of a procedure for itself. Processes that run already keep theirs.</summary>
/// <param name="CouncilId">The council.</param>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Variable">The variable that holds the period.</param>
/// <param name="Value">ISO 8601 duration, such as P10D; absent to go back to the workflow's own.</param>
[Title("sets a period of a procedure", "设定流程期限")]
[RequiresOffice(Office.CouncilSecretary, Office.StreetConvenor)]
[Refuses<InvalidRequest>]
[Refuses<VariableUnknown>]
[Refuses<DurationNotPossible>]
internal sealed record SetWorkflowVariableCommand(Guid CouncilId, string DefinitionId, string Variable, string? Value = null) : ICommand<Done>, IConcernsCouncil;

internal sealed class SetWorkflowVariableValidator : AbstractValidator<SetWorkflowVariableCommand>
{
    public SetWorkflowVariableValidator() => RuleFor(c => c.Value).NotEmpty().MaximumLength(40).When(c => c.Value is not null);
}

/// <summary>No workflow has such a period.</summary>
internal sealed record VariableUnknown(string DefinitionId, string Variable) : Refusal
{
    public override LocalText Message => new LocalText(
        "The workflow “{0}” has no period called “{1}”. The list of periods names all that can be set.", "流程“{0}”没有名为“{1}”的期限，可设期限见期限列表。")
        .With(DefinitionId, Variable);

    public override RefusalKind Kind => RefusalKind.Invalid;
}

/// <summary>The value is no period that can be used.</summary>
internal sealed record DurationNotPossible : Refusal
{
    public override LocalText Message => new(
        "Give an ISO 8601 duration of at most ten years, such as P7D or PT30M, with a minus sign exactly where the workflow's own has one.",
        "请按 ISO 8601 填写不超过十年的期限，例如 P7D 或 PT30M；流程默认值带负号的，须同样带负号。");

    public override RefusalKind Kind => RefusalKind.Invalid;
}
