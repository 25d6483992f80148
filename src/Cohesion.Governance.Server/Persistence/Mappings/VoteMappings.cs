using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Domain.Votes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class VoteMapping : IEntityTypeConfiguration<Vote>
{
    public void Configure(EntityTypeBuilder<Vote> builder)
    {
        // A proposal's text is voted on once in each session of its rule: two openings at once end in one.
        builder.HasIndex(v => new { v.ProposalId, v.TextVersion, v.Session }).IsUnique();
        builder.HasIndex(v => new { v.CouncilId, v.Stage });
        builder.Property(v => v.Question).HasMaxLength(400);
        builder.Property(v => v.RulePack).HasMaxLength(100);
        builder.Property(v => v.Window).HasMaxLength(40);
        builder.Property(v => v.Outcome).HasMaxLength(20);
        builder.Property(v => v.SessionRound).HasMaxLength(100);
        builder.Property(v => v.NextSession).HasMaxLength(100);
        builder.Property(v => v.ConfirmWindow).HasMaxLength(40);
        builder.Property(v => v.CancelReason).HasMaxLength(1000);
        builder.Property(v => v.BallotsRoot).HasMaxLength(64);
        builder.Property(v => v.SecretKeyId).HasMaxLength(64);
        builder.Property(v => v.ReceiptsRoot).HasMaxLength(64);

        builder.Property(v => v.DuplicatePolicy).HasDefaultValue(DuplicatePolicy.OnlinePrevails);
        builder.Property(v => v.BallotChange).HasDefaultValue(BallotChange.UntilClosing);

        // The sweep for tallies not shown yet reads the open votes of all councils.
        builder.HasIndex(v => v.Stage);
    }
}

internal sealed class RollEntryMapping : IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<RollEntry> builder)
    {
        builder.HasKey(r => new { r.VoteId, r.SeatId });

        // Pages show the roll in this order, some hundred lines at a time.
        builder.HasIndex(r => new { r.VoteId, r.BlocCode, r.Label, r.SeatId });
        builder.Property(r => r.BlocCode).HasMaxLength(40);
        builder.Property(r => r.Label).HasMaxLength(200);
        builder.Property(r => r.ExcludedFor).HasMaxLength(40);
        builder.Property(r => r.ExclusionNote).HasMaxLength(1000);
        builder.Property(r => r.ServiceProof).HasMaxLength(400);
    }
}

internal sealed class BallotMapping : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.HasKey(b => new { b.VoteId, b.SeatId });
        builder.Property(b => b.Receipt).HasMaxLength(20);
    }
}

internal sealed class BallotRecordMapping : IEntityTypeConfiguration<BallotRecord>
{
    public void Configure(EntityTypeBuilder<BallotRecord> builder)
    {
        builder.HasIndex(b => new { b.VoteId, b.SeatId });
        builder.HasIndex(b => b.Receipt).IsUnique();
        builder.Property(b => b.Receipt).HasMaxLength(20);
        builder.Property(b => b.AgreementReason).HasMaxLength(1000);
        builder.Property(b => b.AgreementHash).HasMaxLength(64);
    }
}

internal sealed class VoteFactMapping : IEntityTypeConfiguration<VoteFact>
{
    public void Configure(EntityTypeBuilder<VoteFact> builder)
    {
        builder.HasKey(f => new { f.VoteId, f.Fact });
        builder.Property(f => f.Fact).HasMaxLength(100);
        builder.Property(f => f.Source).HasMaxLength(400);
    }
}

internal sealed class VisitListEntryMapping : IEntityTypeConfiguration<VisitListEntry>
{
    public void Configure(EntityTypeBuilder<VisitListEntry> builder)
    {
        builder.HasKey(v => new { v.VoteId, v.SeatId });
        builder.Property(v => v.Note).HasMaxLength(1000);
    }
}
