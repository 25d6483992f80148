using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes.Secrecy;

/// <summary>Somebody who votes for one seat.</summary>
internal sealed record SecretVoter(Guid Person, Guid Seat, string Label);

/// <summary>The town with more tenants and a rule that weighs seats by “weight”: property, A and B weigh 1, C, the street and every further seat weigh 2. Two classes, then, of three and of
/// two and more.</summary>
internal static class SecretTown
{
    public const string ClassOne = "*|weight=1";
    public const string ClassTwo = "*|weight=2";

    public static readonly string Pack = """
        { "id": "test.rule", "jurisdiction": "COUNCIL", "title": {"en": "By weight", "zh": "按权重"}, "source": "charter", "evidence": "draft", "rounds": [ { "pass": ["yes.weight > no.weight"] } ] }
        """;

    public static async Task<(VoteTown Place, IReadOnlyList<SecretVoter> Voters)> Found(
        int more, Action<IServiceCollection>? replacing = null, IReadOnlyDictionary<string, string>? settings = null, bool endsEarly = false,
        DuplicatePolicy policy = DuplicatePolicy.OnlinePrevails, string? pack = null)
    {
        var place = await VoteTown.Found("test.rule", endsEarly, policy, packs: pack ?? Pack, replacing: replacing, settings: settings);
        await place.Weigh("weight", property: 1, a: 1, b: 1, c: 2, street: 2);
        var town = place.Town;
        List<SecretVoter> voters =
        [
            new(town.Property, town.PropertySeat, "Jinhongqiao Property"), new(town.TenantA, town.SeatA, "Galaxy Tech"), new(town.TenantB, town.SeatB, "Blue Harbour"),
            new(town.TenantC, town.SeatC, "Yunfan Law"), new(town.Convenor, town.StreetSeat, "Tianshan Road Street"),
        ];
        for (var i = 1; i <= more; i++)
        {
            voters.Add(await Add(place, $"Firm {i}"));
        }

        await place.App.Adopt(town.CouncilId);
        return (place, voters);
    }

    /// <summary>One more seat in the tenants' bloc, of a party and person of its own.</summary>
    public static async Task<SecretVoter> Add(VoteTown place, string name, Guid? party = null)
    {
        var now = place.App.Clock.GetUtcNow();
        var voter = new SecretVoter(Guid.CreateVersion7(now), Guid.CreateVersion7(now), name);
        await place.App.Db(async db =>
        {
            var council = place.Town.CouncilId;
            var bloc = await db.Blocs.SingleAsync(b => b.CouncilId == council && b.Code == "tenants");
            db.People.Add(new Person { Id = voter.Person, Name = LocalText.Same("Clerk of " + name), Language = Language.English });
            var owner = party ?? db.Parties.Add(new Party { Id = Guid.CreateVersion7(now), CouncilId = council, Name = LocalText.Same(name), Kind = PartyKind.Firm }).Entity.Id;
            db.SeatEntries.Add(new SeatEntry
            {
                Id = Guid.CreateVersion7(now), SeatId = voter.Seat, CouncilId = council, BlocId = bloc.Id, PartyId = owner, Label = name,
                Measures = MeasureValues.Of(("area", 5_000), ("heads", 1), ("weight", 2)), FromVersion = 1,
            });
            db.OfficeHoldings.Add(new OfficeHolding
            {
                Id = Guid.CreateVersion7(now), PersonId = voter.Person, Office = Office.TenantRepresentative, CouncilId = council, SeatId = voter.Seat, Since = now.AddDays(-30),
            });
        });
        return voter;
    }

    public static Task<Outcome<BallotReceipt>> Cast(this VoteTown place, Guid voteId, SecretVoter voter, BallotChoice choice) =>
        place.Cast(voteId, voter.Person, voter.Seat, choice);

    /// <summary>Casts for everybody: those whose number a choice stands at.</summary>
    public static async Task<List<string>> CastAll(this VoteTown place, Guid voteId, IReadOnlyList<SecretVoter> voters, params BallotChoice[] choices)
    {
        var codes = new List<string>();
        foreach (var (voter, choice) in voters.Zip(choices))
        {
            var outcome = await place.Cast(voteId, voter, choice);
            Assert.True(outcome.IsGranted, outcome.Refusal?.Code);
            codes.Add(outcome.Value.Receipt);
        }

        return codes;
    }

    public static string KeysOf(VoteTown place) => Path.Combine(place.App.Folder, "secret-vote-keys");

    /// <summary>The key files there are, once everything due is destroyed.</summary>
    public static async Task<string[]> KeyFiles(this VoteTown place)
    {
        await place.App.Services.GetRequiredService<SecretKeyShredder>().Idle();
        return Directory.Exists(KeysOf(place)) ? Directory.GetFiles(KeysOf(place)) : [];
    }
}
