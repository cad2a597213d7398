"""Questions put in plainer words before anything is linked: idioms, courtesy, roundabout and Arabic turns."""
