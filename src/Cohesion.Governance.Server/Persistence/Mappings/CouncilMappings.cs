using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Domain.Votes;
using Cohesion.Governance.Server.Features.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class StreetMapping : IEntityTypeConfiguration<Street>
{
    public void Configure(EntityTypeBuilder<Street> builder) => builder.HasKey(s => s.Id);
}

internal sealed class BuildingMapping : IEntityTypeConfiguration<Building>
{
    public void Configure(EntityTypeBuilder<Building> builder) => builder.HasIndex(b => b.StreetId);
}

internal sealed class CouncilMapping : IEntityTypeConfiguration<Council>
{
    public void Configure(EntityTypeBuilder<Council> builder)
    {
        builder.HasIndex(c => c.StreetId);
        builder.Property(c => c.TimeZone).HasMaxLength(60);
        builder.Property(c => c.DefaultRulePack).HasMaxLength(100);
        builder.Property(c => c.MeetingQuorumPack).HasMaxLength(100);
        builder.Property(c => c.DuplicatePolicy).HasDefaultValue(DuplicatePolicy.OnlinePrevails);
    }
}

internal sealed class CouncilBuildingMapping : IEntityTypeConfiguration<CouncilBuilding>
{
    public void Configure(EntityTypeBuilder<CouncilBuilding> builder) => builder.HasKey(c => new { c.CouncilId, c.BuildingId });
}

internal sealed class BlocMapping : IEntityTypeConfiguration<Bloc>
{
    public void Configure(EntityTypeBuilder<Bloc> builder)
    {
        builder.HasIndex(b => new { b.CouncilId, b.Code }).IsUnique();
        builder.Property(b => b.Code).HasMaxLength(40);
    }
}

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.HasKey(m => new { m.CouncilId, m.Code });
        builder.Property(m => m.Code).HasMaxLength(40);
        builder.Property(m => m.Unit).HasMaxLength(20);
    }
}

internal sealed class WorkflowOverrideMapping : IEntityTypeConfiguration<WorkflowOverride>
{
    public void Configure(EntityTypeBuilder<WorkflowOverride> builder)
    {
        builder.HasKey(o => new { o.CouncilId, o.DefinitionId, o.Variable });
        builder.Property(o => o.DefinitionId).HasMaxLength(100);
        builder.Property(o => o.Variable).HasMaxLength(100);
        builder.Property(o => o.Value).HasMaxLength(400);
    }
}

internal sealed class PartyMapping : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder) => builder.HasIndex(p => p.CouncilId);
}

internal sealed class RegisterVersionMapping : IEntityTypeConfiguration<RegisterVersion>
{
    public void Configure(EntityTypeBuilder<RegisterVersion> builder) => builder.HasKey(v => new { v.CouncilId, v.Number });
}

internal sealed class SeatEntryMapping : IEntityTypeConfiguration<SeatEntry>
{
    public void Configure(EntityTypeBuilder<SeatEntry> builder)
    {
        builder.HasIndex(s => new { s.CouncilId, s.FromVersion });
        builder.HasIndex(s => new { s.SeatId, s.FromVersion }).IsUnique();
        builder.Property(s => s.Label).HasMaxLength(200);
    }
}

internal sealed class RegisterImportMapping : IEntityTypeConfiguration<RegisterImport>
{
    public void Configure(EntityTypeBuilder<RegisterImport> builder)
    {
        builder.HasIndex(i => i.At);
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.FileHash).HasMaxLength(64);
    }
}

internal sealed class OfficeHoldingMapping : IEntityTypeConfiguration<OfficeHolding>
{
    public void Configure(EntityTypeBuilder<OfficeHolding> builder)
    {
        builder.HasIndex(h => h.PersonId);

        // A council's officers are few among all who act for its seats.
        builder.HasIndex(h => new { h.CouncilId, h.Office });
        builder.HasIndex(h => h.StreetId);

        // Who acts for a seat is asked for every seat of a roll when its ballots open.
        builder.HasIndex(h => h.SeatId);
    }
}
