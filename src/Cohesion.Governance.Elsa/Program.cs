using Cohesion.Governance.Elsa.Hosting;
using Cohesion.Governance.Server.Commands;
using Cohesion.Governance.Server.Process;

// The same command line, server and stories; only what runs the processes is another.
ProcessEngine.Choose(ElsaHost.Add);
return await CommandLine.Run(args);
