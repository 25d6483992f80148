using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>A street with a council of three blocs (property 1 seat, tenants 3 firms, street 1 seat), every office held by one person,
/// and a second council in another street for tests of what outsiders see.</summary>
internal sealed record Town(
    Guid StreetId, Guid CouncilId, Guid OtherCouncilId, Guid Convenor, Guid Secretary, Guid Property, Guid TenantA, Guid TenantB, Guid TenantC,
    Guid PartyCommittee, Guid VisitingWorker, Guid Observer, Guid Auditor, Guid Outsider, Guid Administrator,
    Guid PropertySeat, Guid SeatA, Guid SeatB, Guid SeatC, Guid StreetSeat)
{
    public static async Task<Town> Found(GovernanceApp app)
    {
        var now = GovernanceApp.Begin;
        Guid Id() => Guid.CreateVersion7(now);
        var town = new Town(
            Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id(), Id());
        await app.Db(async db =>
        {
            var otherStreet = Id();
            db.Streets.AddRange(
                new Street { Id = town.StreetId, Name = new("Tianshan Road Street", "天山路街道") },
                new Street { Id = otherStreet, Name = new("Xinjing Town", "新泾镇") });
            db.Councils.AddRange(
                Council(town.CouncilId, town.StreetId, new("Jinhongqiao council", "金虹桥议事会")),
                Council(town.OtherCouncilId, otherStreet, new("Anshun Road council", "安顺路议事会")));
            var blocs = new[] { ("property", "Property", "物业"), ("tenants", "Tenants", "入驻企业"), ("street", "Street", "街道") }
                .Select((b, i) => new Bloc { Id = Id(), CouncilId = town.CouncilId, Code = b.Item1, Name = new(b.Item2, b.Item3), Position = i })
                .ToArray();
            db.Blocs.AddRange(blocs);
            db.Measures.AddRange(
                new Measure { CouncilId = town.CouncilId, Code = "heads", Name = new("Heads", "人数"), Unit = "", Scale = 0 },
                new Measure { CouncilId = town.CouncilId, Code = "area", Name = new("Area", "面积"), Unit = "m²", Scale = 2 });
            db.RegisterVersions.Add(new RegisterVersion
            {
                CouncilId = town.CouncilId, Number = 1, At = now, ByPersonId = town.Secretary, Note = "first register",
            });

            Guid Person(Guid id, string en, string zh)
            {
                db.People.Add(new Person { Id = id, Name = new(en, zh), Language = Language.English });
                return id;
            }

            void Hold(Guid person, Office office, Guid? street = null, Guid? council = null, Guid? seat = null) => db.OfficeHoldings.Add(
                new OfficeHolding { Id = Id(), PersonId = person, Office = office, StreetId = street, CouncilId = council, SeatId = seat, Since = now.AddDays(-30) });

            void Seat(Guid seat, int bloc, string en, string zh, long area, Guid person, Office office)
            {
                var party = new Party { Id = Id(), CouncilId = town.CouncilId, Name = new(en, zh), Kind = PartyKind.Firm };
                db.Parties.Add(party);
                db.SeatEntries.Add(new SeatEntry
                {
                    Id = Id(), SeatId = seat, CouncilId = town.CouncilId, BlocId = blocs[bloc].Id, PartyId = party.Id, Label = en,
                    Measures = MeasureValues.Of(("area", area), ("heads", 1)), FromVersion = 1,
                });
                Hold(person, office, council: town.CouncilId, seat: seat);
            }

            Hold(Person(town.Convenor, "Convenor Chen", "陈召集人"), Office.StreetConvenor, street: town.StreetId);
            Hold(Person(town.Secretary, "Secretary Lin", "林秘书"), Office.CouncilSecretary, council: town.CouncilId);
            Seat(town.PropertySeat, 0, "Jinhongqiao Property", "金虹桥物业", 0, Person(town.Property, "Manager Zhou", "周经理"), Office.PropertyManager);
            Seat(town.SeatA, 1, "Galaxy Tech", "星河科技", 482_000, Person(town.TenantA, "Ms Wu", "吴女士"), Office.TenantRepresentative);
            Seat(town.SeatB, 1, "Blue Harbour", "蓝港贸易", 300_000, Person(town.TenantB, "Mr Qian", "钱先生"), Office.TenantRepresentative);
            Seat(town.SeatC, 1, "Yunfan Law", "云帆律所", 100_050, Person(town.TenantC, "Ms Sun", "孙女士"), Office.TenantRepresentative);
            Seat(town.StreetSeat, 2, "Tianshan Road Street", "天山路街道", 0, town.Convenor, Office.StreetConvenor);
            Hold(Person(town.PartyCommittee, "Committee Xu", "徐委员"), Office.PartyCommitteeMember, council: town.CouncilId);
            Hold(Person(town.VisitingWorker, "Visitor He", "何社工"), Office.VisitingWorker, council: town.CouncilId);
            Hold(Person(town.Observer, "Observer Lü", "吕观察员"), Office.Observer, council: town.CouncilId);
            Hold(Person(town.Auditor, "Auditor Shi", "施审计"), Office.Auditor, council: town.CouncilId);
            Hold(Person(town.Outsider, "Outsider Zhang", "张外人"), Office.CouncilSecretary, council: town.OtherCouncilId);
            Hold(Person(town.Administrator, "Administrator Kong", "孔管理员"), Office.Administrator);
            await Task.CompletedTask;
        });
        return town;
    }

    private static Council Council(Guid id, Guid street, LocalText name) => new()
    {
        Id = id, StreetId = street, Name = name, TimeZone = "Asia/Shanghai", NoticeDays = 7, DefaultRulePack = "council.each-bloc-consent",
        EarlyDecision = true, RegisterVersion = 1,
    };
}
