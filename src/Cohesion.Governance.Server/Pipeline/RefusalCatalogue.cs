using System.Reflection;
using System.Runtime.CompilerServices;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>Which refusals a request may be answered with: those it declares and those every request of its kind meets on the way.</summary>
internal static class RefusalCatalogue
{
    /// <summary>Declared refusals first, in their order, then those of the access step.</summary>
    public static IReadOnlyList<Type> Of(Type request)
    {
        var access = request.GetCustomAttribute<AccessAttribute>()!;
        List<Type> refusals = [.. request.GetCustomAttributes<RefusesAttribute>().Select(a => a.Refusal)];
        if (access is not AnyoneAttribute)
        {
            refusals.Add(typeof(SignInNeeded));
        }

        if (access is RequiresOfficeAttribute or RequiresSeatAttribute)
        {
            refusals.Add(typeof(OfficeNeeded));
        }

        if (typeof(IConcerns).IsAssignableFrom(request))
        {
            refusals.Add(typeof(NotFound));
        }

        return [.. refusals.Distinct()];
    }

    /// <summary>The kind of a refusal. It belongs to the type: it never depends on what the refusal says.</summary>
    public static RefusalKind KindOf(Type refusal) => ((Refusal)RuntimeHelpers.GetUninitializedObject(refusal)).Kind;
}
