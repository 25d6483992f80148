using Cohesion.Governance.Domain;
using Cohesion.Governance.Domain.Councils;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.Councils.SetPublicPage;

/// <summary>From now on anybody may read what the council adopted and how it is kept, or nobody outside it may.</summary>
[Title("sets whether the council has a public page", "设定是否公开议事会公示页")]
[RequiresOffice(Office.CouncilSecretary)]
internal sealed record SetPublicPageCommand(Guid CouncilId, bool Wanted) : ICommand<Done>, IConcernsCouncil;
