using Cohesion.Governance.Domain.Journal;
using Cohesion.Governance.Server.Live;
using Cohesion.Governance.Server.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.HasKey(e => new { e.CouncilId, e.Sequence });
        builder.Property(e => e.Command).HasMaxLength(100);
        builder.Property(e => e.PreviousHash).HasMaxLength(64);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.Property(e => e.RowsHash).HasMaxLength(64);
        builder.HasIndex(e => new { e.CouncilId, e.SubjectId });
    }
}

internal sealed class JournalRowsMapping : IEntityTypeConfiguration<JournalRows>
{
    public void Configure(EntityTypeBuilder<JournalRows> builder) => builder.HasKey(r => new { r.CouncilId, r.Sequence, r.Piece });
}

internal sealed class JournalSealMapping : IEntityTypeConfiguration<JournalSeal>
{
    public void Configure(EntityTypeBuilder<JournalSeal> builder)
    {
        builder.HasKey(s => new { s.CouncilId, s.Day });
        builder.Property(s => s.Day).HasMaxLength(10);
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.Property(s => s.KeyId).HasMaxLength(64);
        builder.Property(s => s.Signature).HasMaxLength(128);
        builder.Ignore(s => s.Line);
    }
}

internal sealed class JournalHeadMapping : IEntityTypeConfiguration<JournalHead>
{
    public void Configure(EntityTypeBuilder<JournalHead> builder)
    {
        builder.HasKey(h => h.CouncilId);
        builder.Property(h => h.Hash).HasMaxLength(64);
    }
}

internal sealed class IdempotentAnswerMapping : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
    {
        builder.HasKey(a => new { a.PersonId, a.Key });
        builder.Property(a => a.Key).HasMaxLength(IdempotencyKey.MaxLength);
        builder.Property(a => a.RequestHash).HasMaxLength(160);
    }
}

internal sealed class LiveTopicMapping : IEntityTypeConfiguration<LiveTopic>
{
    public void Configure(EntityTypeBuilder<LiveTopic> builder)
    {
        builder.HasKey(t => t.Topic);
        builder.Property(t => t.Topic).HasMaxLength(60);
    }
}

internal sealed class LiveEventMapping : IEntityTypeConfiguration<LiveEvent>
{
    public void Configure(EntityTypeBuilder<LiveEvent> builder)
    {
        builder.HasKey(e => new { e.Topic, e.Sequence });
        builder.HasIndex(e => e.Pushed);
        builder.Property(e => e.Topic).HasMaxLength(60);
        builder.Property(e => e.Kind).HasMaxLength(60);
    }
}
