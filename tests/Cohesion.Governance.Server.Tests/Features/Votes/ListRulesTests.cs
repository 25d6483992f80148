using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Features.Votes.ListRules;
using Xunit;

namespace Cohesion.Governance.Server.Tests.Features.Votes;

public sealed class ListRulesTests
{
    [Fact]
    public async Task Every_rule_is_listed_with_its_source_and_how_well_it_is_known()
    {
        await using var place = await VoteTown.Found();

        var rules = (await place.App.Send(place.Town.Outsider, new ListRulesQuery())).Value;

        var civilCode = rules.Single(r => r.Id == "cn.civil-code.278.special");
        Assert.Equal((Evidence.Statute, new LocalText("Civil Code 278(2) items 6-8", "《民法典》第278条第2款（第六至八项事项）")), (civilCode.Evidence, civilCode.Source));
        Assert.Equal(rules.Select(r => r.Id).Order(StringComparer.Ordinal), rules.Select(r => r.Id));
    }

    [Fact]
    public async Task Only_who_is_signed_in_sees_them()
    {
        await using var place = await VoteTown.Found();

        Assert.IsType<SignInNeeded>((await place.App.Send(null, new ListRulesQuery())).Refusal);
    }
}
