using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;
using FluentValidation;

namespace Cohesion.Governance.Server.Features.FollowUps.ChaseFollowUp;

/// <summary>A rung of the chase ladder (督办): the owner, an office or several are told that an action is late.</summary>
/// <param name="FollowUpId">The action.</param>
/// <param name="Level">The rung, from 1.</param>
/// <param name="Audience">Who is told, comma separated: <c>owner</c>, or an office such as <c>CouncilSecretary</c>. Where nobody holds the
/// offices named, the street convenor is told, so that nothing falls between two chairs.</param>
/// <remarks>Answers how many were told; nobody when evidence is there or this rung was taken today.</remarks>
[Title("chases the action", "督办")]
[ProcessOnly]
[Refuses<InvalidRequest>]
[Refuses<UnknownAudience>]
internal sealed record ChaseFollowUpCommand(Guid FollowUpId, int Level, string Audience) : ICommand<int>, IConcernsFollowUp;

internal sealed class ChaseFollowUpValidator : AbstractValidator<ChaseFollowUpCommand>
{
    public ChaseFollowUpValidator()
    {
        RuleFor(c => c.Level).InclusiveBetween(1, 99);
        RuleFor(c => c.Audience).NotEmpty().MaximumLength(200);
    }
}

/// <summary>The definition names somebody to chase whom nobody knows.</summary>
internal sealed record UnknownAudience(string Name) : Refusal
{
    public override LocalText Message => new LocalText(
        "The chase is to go to “{0}”, which is no office. Correct the audience in workflows/follow-up.json: owner, or {1}, comma separated.",
        "督办对象“{0}”不是任何职务。请在 workflows/follow-up.json 中改正：owner 或 {1}，以逗号分隔。").With(Name, string.Join(", ", Enum.GetNames<Office>()));

    public override RefusalKind Kind => RefusalKind.Invalid;
}
