using Cohesion.Governance.Domain.Needs;
using Cohesion.Governance.Domain.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class NeedMapping : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.HasIndex(n => new { n.CouncilId, n.Number }).IsUnique();
        builder.HasIndex(n => n.ProposalId);
    }
}

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.HasIndex(p => new { p.CouncilId, p.Number }).IsUnique();
        builder.HasIndex(p => new { p.CouncilId, p.Stage });
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.RulePack).HasMaxLength(100);
    }
}

internal sealed class ProposalTextMapping : IEntityTypeConfiguration<ProposalText>
{
    public void Configure(EntityTypeBuilder<ProposalText> builder)
    {
        builder.HasKey(t => new { t.ProposalId, t.Number });
        builder.Property(t => t.Title).HasMaxLength(200);
        builder.Property(t => t.Currency).HasMaxLength(3);
    }
}

internal sealed class ProposalItemMapping : IEntityTypeConfiguration<ProposalItem>
{
    public void Configure(EntityTypeBuilder<ProposalItem> builder)
    {
        builder.HasIndex(i => new { i.ProposalId, i.TextVersion, i.Position }).IsUnique();
        builder.Property(i => i.Title).HasMaxLength(200);
    }
}

internal sealed class CostShareMapping : IEntityTypeConfiguration<CostShare>
{
    public void Configure(EntityTypeBuilder<CostShare> builder)
    {
        builder.HasKey(s => new { s.ProposalId, s.TextVersion, s.BlocCode });
        builder.Property(s => s.BlocCode).HasMaxLength(40);
        builder.Property(s => s.Basis).HasMaxLength(200);
    }
}

internal sealed class ProposalAttachmentMapping : IEntityTypeConfiguration<ProposalAttachment>
{
    public void Configure(EntityTypeBuilder<ProposalAttachment> builder)
    {
        builder.HasIndex(a => a.ProposalId);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.Uri).HasMaxLength(1000);
        builder.Property(a => a.Sha256).HasMaxLength(64);
    }
}

internal sealed class ProposalCommentMapping : IEntityTypeConfiguration<ProposalComment>
{
    public void Configure(EntityTypeBuilder<ProposalComment> builder) => builder.HasIndex(c => c.ProposalId);
}

internal sealed class BlocPositionMapping : IEntityTypeConfiguration<BlocPosition>
{
    public void Configure(EntityTypeBuilder<BlocPosition> builder)
    {
        builder.HasKey(p => new { p.ProposalId, p.TextVersion, p.BlocCode });
        builder.Property(p => p.BlocCode).HasMaxLength(40);
    }
}

internal sealed class AppraisalMapping : IEntityTypeConfiguration<Appraisal>
{
    public void Configure(EntityTypeBuilder<Appraisal> builder) => builder.HasKey(a => new { a.ProposalId, a.PersonId });
}

internal sealed class PostingMapping : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder) => builder.HasIndex(p => p.ProposalId);
}

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.HasIndex(o => o.ProposalId);
        builder.HasIndex(o => o.PostingId);
    }
}
