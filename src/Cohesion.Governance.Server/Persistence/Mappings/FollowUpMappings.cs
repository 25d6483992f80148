using Cohesion.Governance.Domain.FollowUps;
using Cohesion.Governance.Domain.Notifications;
using Cohesion.Governance.Domain.Resolutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.HasIndex(r => new { r.CouncilId, r.Number }).IsUnique();

        // An item of a proposal is resolved once, however often the step is run again.
        builder.HasIndex(r => r.ProposalItemId).IsUnique();
        builder.HasIndex(r => r.ProposalId);
        builder.Property(r => r.Title).HasMaxLength(200);
    }
}

internal sealed class FollowUpActionMapping : IEntityTypeConfiguration<FollowUpAction>
{
    public void Configure(EntityTypeBuilder<FollowUpAction> builder)
    {
        builder.HasIndex(f => new { f.CouncilId, f.Number }).IsUnique();
        builder.HasIndex(f => f.ResolutionId);
        builder.HasIndex(f => f.ProposalId);
        builder.HasIndex(f => new { f.OwnerPersonId, f.Stage });
        builder.HasIndex(f => new { f.CouncilId, f.Stage, f.DueAt });
        builder.Property(f => f.Title).HasMaxLength(200);
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.HasIndex(e => e.FollowUpId);
        builder.Property(e => e.Uri).HasMaxLength(1000);
        builder.Property(e => e.Sha256).HasMaxLength(64);
    }
}

internal sealed class EvidencePhotographMapping : IEntityTypeConfiguration<EvidencePhotograph>
{
    public void Configure(EntityTypeBuilder<EvidencePhotograph> builder)
    {
        builder.HasIndex(p => p.FollowUpId);
        builder.HasIndex(p => new { p.EvidenceId, p.Position }).IsUnique();
        builder.Property(p => p.Alt).HasMaxLength(EvidencePhotograph.LongestAlt);
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.ThumbnailSha256).HasMaxLength(64);
    }
}

internal sealed class PhotographBytesMapping : IEntityTypeConfiguration<PhotographBytes>
{
    public void Configure(EntityTypeBuilder<PhotographBytes> builder)
    {
        builder.HasKey(b => b.PhotographId);
        builder.Property(b => b.PhotographId).ValueGeneratedNever();
    }
}

internal sealed class ConfirmationMapping : IEntityTypeConfiguration<Confirmation>
{
    // Everybody who asked has one word on each round of evidence, however often it is sent.
    public void Configure(EntityTypeBuilder<Confirmation> builder) =>
        builder.HasIndex(c => new { c.FollowUpId, c.Round, c.ByPersonId }).IsUnique();
}

internal sealed class ChaseMapping : IEntityTypeConfiguration<Chase>
{
    public void Configure(EntityTypeBuilder<Chase> builder)
    {
        builder.HasIndex(c => new { c.FollowUpId, c.DueAt, c.Level, c.DaysLate }).IsUnique();
        builder.Property(c => c.Audience).HasMaxLength(200);
    }
}

internal sealed class FollowUpChangeMapping : IEntityTypeConfiguration<FollowUpChange>
{
    public void Configure(EntityTypeBuilder<FollowUpChange> builder) => builder.HasIndex(c => new { c.FollowUpId, c.At });
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.HasIndex(n => new { n.PersonId, n.CreatedAt });

        // What the delivery job looks for, in its order: few rows at most times, a million when a large vote opens.
        builder.HasIndex(n => new { n.DeliveredAt, n.CreatedAt, n.Id });
        builder.Property(n => n.Kind).HasMaxLength(60);
        builder.Property(n => n.Path).HasMaxLength(200);
    }
}
