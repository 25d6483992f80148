using Cohesion.Governance.Domain.Votes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class SecretMarkMapping : IEntityTypeConfiguration<SecretMark>
{
    public void Configure(EntityTypeBuilder<SecretMark> builder)
    {
        builder.HasKey(m => new { m.VoteId, m.SeatId });
        builder.Property(m => m.Sealed).HasMaxLength(100);
    }
}

internal sealed class EnvelopeOpeningMapping : IEntityTypeConfiguration<EnvelopeOpening>
{
    public void Configure(EntityTypeBuilder<EnvelopeOpening> builder)
    {
        builder.HasKey(o => o.VoteId);
        builder.Property(o => o.VoteId).ValueGeneratedNever();
        builder.Property(o => o.Place).HasMaxLength(200);
        builder.Property(o => o.Witness).HasMaxLength(200);
    }
}

internal sealed class SecretBallotMapping : IEntityTypeConfiguration<SecretBallot>
{
    public void Configure(EntityTypeBuilder<SecretBallot> builder)
    {
        builder.HasIndex(b => b.VoteId);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Class).HasMaxLength(400);
    }
}

internal sealed class SecretReceiptMapping : IEntityTypeConfiguration<SecretReceipt>
{
    public void Configure(EntityTypeBuilder<SecretReceipt> builder)
    {
        builder.HasKey(r => new { r.VoteId, r.Commitment });
        builder.Property(r => r.Commitment).HasMaxLength(64);
    }
}
