using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Features.Votes.StateFact;

internal sealed class StateFactHandler(GovernanceDbContext db, CurrentMember member, TimeProvider clock)
    : IRequestHandler<StateFactCommand, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(StateFactCommand request, CancellationToken cancellationToken)
    {
        var vote = await db.Votes.SingleAsync(v => v.Id == request.VoteId, cancellationToken);
        var now = clock.GetUtcNow();
        if (vote.RollChangeRefusalAt(now) is { } tooLate)
        {
            return tooLate;
        }

        var silence = RulePacks.Read(vote.RulePackJson, vote.RulePack).Silence;
        List<string> asked = [.. silence.Needs, .. silence.Except];
        if (!asked.Contains(request.Fact, StringComparer.Ordinal))
        {
            return new FactNotAsked(asked);
        }

        var fact = await db.VoteFacts.SingleOrDefaultAsync(f => f.VoteId == vote.Id && f.Fact == request.Fact, cancellationToken);
        if (fact is null)
        {
            db.VoteFacts.Add(new VoteFact
            {
                VoteId = vote.Id, Fact = request.Fact, Holds = request.Holds, Source = request.Source, StatedByPersonId = member.Id, StatedAt = now,
            });
        }
        else
        {
            (fact.Holds, fact.Source, fact.StatedByPersonId, fact.StatedAt) = (request.Holds, request.Source, member.Id, now);
        }

        // The count reads the facts; raising the vote's own row is what makes the two meet.
        vote.BallotCount++;
        return default(Done);
    }
}
