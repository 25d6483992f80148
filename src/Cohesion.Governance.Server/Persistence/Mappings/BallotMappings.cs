using Cohesion.Governance.Domain.Votes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class BallotVoiceMapping : IEntityTypeConfiguration<BallotVoice>
{
    public void Configure(EntityTypeBuilder<BallotVoice> builder)
    {
        builder.HasKey(v => new { v.VoteId, v.SeatId, v.PersonId });
        builder.HasIndex(v => v.Receipt).IsUnique();
        builder.Property(v => v.Receipt).HasMaxLength(20);
        builder.Property(v => v.AgreementReason).HasMaxLength(1000);
        builder.Property(v => v.DocumentHash).HasMaxLength(64);
    }
}

internal sealed class BallotEntryMapping : IEntityTypeConfiguration<BallotEntry>
{
    public void Configure(EntityTypeBuilder<BallotEntry> builder)
    {
        // One list a vote, of those that wait first.
        builder.HasIndex(e => new { e.VoteId, e.Stage });

        // The same paper entered twice at once is one entry: a voter gives a paper at one moment only.
        builder.HasIndex(e => new { e.VoteId, e.SeatId, e.Channel, e.TakenAt, e.EnteredByPersonId }).IsUnique();
        builder.Property(e => e.ScanHash).HasMaxLength(64);
        builder.Property(e => e.Witness).HasMaxLength(200);
        builder.Property(e => e.Place).HasMaxLength(200);
        builder.Property(e => e.SettledReason).HasMaxLength(1000);
        builder.Property(e => e.Receipt).HasMaxLength(20);
    }
}

internal sealed class DeliveryRecordMapping : IEntityTypeConfiguration<DeliveryRecord>
{
    public void Configure(EntityTypeBuilder<DeliveryRecord> builder)
    {
        // The same attempt recorded twice at once is one line.
        builder.HasIndex(d => new { d.VoteId, d.SeatId, d.Kind, d.At }).IsUnique();
        builder.Property(d => d.Proof).HasMaxLength(400);
        builder.Property(d => d.ScanHash).HasMaxLength(64);
        builder.Property(d => d.Witness).HasMaxLength(200);
        builder.Property(d => d.Place).HasMaxLength(200);
    }
}

internal sealed class SeatExclusionMapping : IEntityTypeConfiguration<SeatExclusion>
{
    public void Configure(EntityTypeBuilder<SeatExclusion> builder)
    {
        builder.HasIndex(e => new { e.VoteId, e.SeatId });
        builder.Property(e => e.Ground).HasMaxLength(40);
        builder.Property(e => e.Reason).HasMaxLength(1000);
        builder.Property(e => e.Objection).HasMaxLength(2000);
        builder.Property(e => e.Finding).HasMaxLength(2000);
    }
}

internal sealed class MandateMapping : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.HasIndex(m => new { m.CouncilId, m.HolderPersonId });
        builder.HasIndex(m => m.SeatId);
        builder.HasIndex(m => m.HolderPersonId);
        builder.Property(m => m.DocumentHash).HasMaxLength(64);
    }
}
